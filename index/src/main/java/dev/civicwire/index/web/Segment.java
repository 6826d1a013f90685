package dev.civicwire.index.web;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of an article's text under the same tags throughout.
///
/// @param text of it
/// @param tags that cover it, the innermost first
/// @param anchors ids that stand here because a value's first mention starts here
/// @param starts true where a mention of the innermost tag starts here
record Segment(String text, List<TagView> tags, List<String> anchors, boolean starts) {
  boolean plain() {
    return tags.isEmpty();
  }

  TagView innermost() {
    return tags.getFirst();
  }

  /// Classes of the style sheet: the innermost type colours, the others underline.
  String style() {
    String inner = "tag " + innermost().type().style();
    return tags.size() == 1 ? inner : inner + " over " + tags.getLast().type().style() + "-outer";
  }

  String tip() {
    return tags.stream().map(TagView::tip).collect(Collectors.joining("\n"));
  }
}

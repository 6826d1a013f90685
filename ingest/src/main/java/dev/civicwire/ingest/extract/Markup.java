package dev.civicwire.ingest.extract;

import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Steps through the tree of a page.
final class Markup {
  private Markup() {}

  /// The node after `at` in document order below `root`; nothing after the last.
  @SuppressWarnings("ReferenceEquality") // the very node, not one like it
  static @Nullable Node next(Node at, Node root) {
    Node child = at.firstChild();
    if (child != null) {
      return child;
    }
    for (Node up = at; up != null && up != root; up = up.parent()) {
      Node sibling = up.nextSibling();
      if (sibling != null) {
        return sibling;
      }
    }
    return null;
  }
}

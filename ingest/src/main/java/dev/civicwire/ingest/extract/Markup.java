package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// What the elements of HTML mean for reading a page's text.
final class Markup {
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "rb",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "nobr",
          "center-inline",
          "math",
          "mi",
          "mo",
          "mn",
          "img",
          "picture",
          "amp-img",
          "g-emoji");

  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "canvas",
          "iframe",
          "object",
          "embed",
          "video",
          "audio",
          "select",
          "option",
          "button",
          "input",
          "textarea",
          "map",
          "head",
          "rp",
          "amp-ad",
          "amp-analytics",
          "amp-iframe",
          "annotation",
          "datalist",
          "dialog",
          "frameset");

  /// 1 for inline elements, 2 for those whose inside is not read: one look-up an element.
  private static final Map<String, Integer> KINDS = kinds();

  private static final int FOREIGN_TAGS = Hint.NAV.bit();

  private Markup() {}

  private static Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new HashMap<>();
    INLINE.forEach(tag -> kinds.put(tag, 1));
    UNREAD.forEach(tag -> kinds.put(tag, 2));
    return kinds;
  }

  static boolean isInline(String tag) {
    return KINDS.getOrDefault(tag, 0) == 1;
  }

  /// Whether nothing inside is text to read.
  static boolean isUnread(String tag) {
    return KINDS.getOrDefault(tag, 0) == 2;
  }

  /// Level of a heading, 0 for anything else.
  static int headingLevel(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
        ? tag.charAt(1) - '0'
        : 0;
  }

  /// The hints of an element's class, id, role, tag and hidden state.
  ///
  /// @param known hints of attribute values that were met before on this page
  static int hints(Element element, Map<String, Integer> known) {
    int mask = tagHints(element.normalName());
    if (element.attributesSize() == 0) {
      return mask;
    }
    for (Attribute attribute : element.attributes()) {
      mask |= hints(attribute.getKey(), attribute.getValue(), known);
    }
    return mask;
  }

  private static int hints(String key, String value, Map<String, Integer> known) {
    return switch (key) {
      case "class", "id", "data-component" -> {
        Integer mask = known.get(value);
        if (mask == null) {
          mask = HintWords.read(value);
          known.put(value, mask);
        }
        yield mask;
      }
      case "role" -> roleHints(value);
      case "itemprop" -> propertyHints(value);
      case "hidden" -> Hint.HIDDEN.bit();
      case "aria-hidden" -> value.equals("true") ? Hint.HIDDEN.bit() : 0;
      case "style" -> isHidden(value) ? Hint.HIDDEN.bit() : 0;
      default -> 0;
    };
  }

  private static int tagHints(String tag) {
    return switch (tag) {
      case "nav", "menu" -> FOREIGN_TAGS;
      case "footer" -> Hint.FOOTER.bit();
      case "aside" -> Hint.SIDEBAR.bit();
      case "form", "fieldset" -> Hint.WIDGET.bit();
      case "figcaption" -> Hint.CAPTION.bit();
      case "header" -> Hint.HEADER.bit();
      default -> 0;
    };
  }

  private static int roleHints(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "tablist", "toolbar" -> Hint.NAV.bit();
      case "contentinfo" -> Hint.FOOTER.bit();
      case "complementary" -> Hint.SIDEBAR.bit();
      case "search", "form" -> Hint.WIDGET.bit();
      case "dialog", "alertdialog" -> Hint.POPUP.bit();
      case "banner" -> Hint.HEADER.bit();
      default -> 0;
    };
  }

  private static int propertyHints(String property) {
    return switch (property) {
      case "articleBody", "reviewBody" -> Hint.BODY.bit();
      case "author" -> Hint.BYLINE.bit();
      case "headline" -> Hint.TITLE.bit();
      case "alternativeHeadline" -> Hint.STANDFIRST.bit();
      case "datePublished", "dateModified" -> Hint.DATE.bit();
      case "caption" -> Hint.CAPTION.bit();
      case "keywords" -> Hint.TAGS.bit();
      default -> 0;
    };
  }

  private static boolean isHidden(String style) {
    return style.length() < 500
        && (style.contains("display:none")
            || style.contains("display: none")
            || style.contains("visibility:hidden")
            || style.contains("visibility: hidden"));
  }

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

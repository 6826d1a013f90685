package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// What the attributes of one element say, read in one pass over them. One instance serves a whole
/// page: each [#read] replaces what it holds.
final class Marks {
  /// Level of a heading by role that says none (WAI-ARIA 1.2).
  private static final int DEFAULT_LEVEL = 2;

  /// Hints of attribute values that were met before on this page.
  private final Map<String, Integer> known = new HashMap<>();

  /// Hints of class, id, role, property and hidden state.
  int hints;

  String className = "";
  String rel = "";

  private boolean isHeading;
  private int level;

  /// Whether it is a property of an item of microdata or RDFa, and whether it is such an item.
  boolean isProperty;

  boolean isItem;

  void read(Element element) {
    hints = 0;
    className = "";
    rel = "";
    isHeading = false;
    level = DEFAULT_LEVEL;
    isProperty = false;
    isItem = false;
    if (element.attributesSize() > 0) {
      for (Attribute attribute : element.attributes()) {
        read(attribute.getKey(), attribute.getValue());
      }
    }
  }

  /// Level 1 to 6 of the heading that its role makes of it, else 0.
  int heading() {
    return isHeading ? level : 0;
  }

  private void read(String key, String value) {
    switch (key) {
      case "class" -> {
        className = value;
        hints |= named(value);
      }
      case "id", "data-component" -> hints |= named(value);
      case "role" -> {
        hints |= roleHints(value);
        isHeading = value.equals("heading");
      }
      case "aria-level" -> level = value.matches("[1-6]") ? value.charAt(0) - '0' : level;
      case "itemprop" -> {
        isProperty = true;
        hints |= propertyHints(value);
      }
      case "property" -> isProperty = true;
      case "itemtype", "typeof" -> isItem = true;
      case "rel" -> rel = value;
      case "hidden" -> hints |= Hint.HIDDEN.bit();
      case "aria-hidden" -> hints |= value.equals("true") ? Hint.HIDDEN.bit() : 0;
      case "style" -> hints |= isHidden(value) ? Hint.HIDDEN.bit() : 0;
      default -> {}
    }
  }

  private int named(String names) {
    Integer mask = known.get(names);
    if (mask == null) {
      mask = HintWords.read(names);
      known.put(names, mask);
    }
    return mask;
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
}

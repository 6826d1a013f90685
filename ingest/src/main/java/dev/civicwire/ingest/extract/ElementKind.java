package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What an element of HTML means for reading a page's text: looked up once an element, by its name.
///
/// @param flow how it stands in the text
/// @param form what else is asked of it
/// @param hints what its name alone says
/// @param heading level 1 to 6 of a heading, else 0
record ElementKind(Flow flow, Form form, int hints, int heading) {
  /// How an element stands in the text around it.
  enum Flow {
    BLOCK,
    INLINE,
    BREAK,
    /// Its inside is not text to read.
    UNREAD,
    HEAD
  }

  /// Elements that are counted or read in a way of their own.
  enum Form {
    PLAIN,
    LINK,
    BOLD,
    ITALIC,
    IMAGE,
    CELL,
    ROW,
    ARTICLE,
    PREFORMATTED
  }

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rb", "rt", "ruby", "s", "samp",
          "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
          "nobr", "math", "mi", "mo", "mn", "img", "picture", "amp-img", "g-emoji");

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
          "rp",
          "amp-ad",
          "amp-analytics",
          "amp-iframe",
          "annotation",
          "datalist",
          "dialog",
          "frameset");

  private static final ElementKind OTHER = new ElementKind(Flow.BLOCK, Form.PLAIN, 0, 0);

  private static final Map<String, ElementKind> BY_NAME = byName();

  private static Map<String, ElementKind> byName() {
    Map<String, ElementKind> kinds = new HashMap<>();
    INLINE.forEach(name -> kinds.put(name, of(Flow.INLINE, name)));
    UNREAD.forEach(name -> kinds.put(name, of(Flow.UNREAD, name)));
    kinds.put("br", of(Flow.BREAK, "br"));
    kinds.put("head", of(Flow.HEAD, "head"));
    for (String name :
        new String[] {
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "td",
          "th",
          "tr",
          "article",
          "pre",
          "nav",
          "menu",
          "footer",
          "aside",
          "form",
          "fieldset",
          "figcaption",
          "header"
        }) {
      kinds.put(name, of(Flow.BLOCK, name));
    }
    return kinds;
  }

  private static ElementKind of(Flow flow, String name) {
    boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) != 'r';
    return new ElementKind(flow, form(name), hints(name), heading ? name.charAt(1) - '0' : 0);
  }

  private static Form form(String name) {
    return switch (name) {
      case "a" -> Form.LINK;
      case "b", "strong" -> Form.BOLD;
      case "i", "em" -> Form.ITALIC;
      case "img", "picture", "amp-img" -> Form.IMAGE;
      case "td", "th" -> Form.CELL;
      case "tr" -> Form.ROW;
      case "article" -> Form.ARTICLE;
      case "pre" -> Form.PREFORMATTED;
      default -> Form.PLAIN;
    };
  }

  private static int hints(String name) {
    return switch (name) {
      case "nav", "menu" -> Hint.NAV.bit();
      case "footer" -> Hint.FOOTER.bit();
      case "aside" -> Hint.SIDEBAR.bit();
      case "form", "fieldset" -> Hint.WIDGET.bit();
      case "figcaption" -> Hint.CAPTION.bit();
      case "header" -> Hint.HEADER.bit();
      default -> 0;
    };
  }

  /// The kind of the element whose name is `name`, in lower case; unknown ones are blocks.
  static ElementKind of(String name) {
    return BY_NAME.getOrDefault(name, OTHER);
  }

  boolean isInline() {
    return flow == Flow.INLINE;
  }
}

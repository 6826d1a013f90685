package dev.civicwire.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Takes out of a page what nobody reads, before it is decoded and parsed: the insides of scripts
/// but for JSON-LD, of style sheets and of drawings, comments, and all attributes but those of
/// [ReadAttributes]. On news pages that is more than half of the bytes. Tags stay, so the tree of
/// the rest is the same.
///
/// The bytes are looked at as Latin-1: in every encoding of the web but UTF-16 and ISO-2022 a byte
/// below 0x40 that is a sign of markup is that sign. Where a page is written so oddly that its end
/// of a script cannot be told surely, the rest is left as it is.
final class LeanMarkup {
  /// Longest inside of a drawing that is looked through, in bytes.
  private static final int MAX_DRAWING = 60_000;

  /// Elements that stand inside drawings only; any other one ends a drawing in the parser's eyes.
  private static final Set<String> DRAWN =
      Set.of(
          "path",
          "title",
          "style",
          "g",
          "circle",
          "rect",
          "polygon",
          "polyline",
          "line",
          "ellipse",
          "defs",
          "use",
          "clippath",
          "mask",
          "lineargradient",
          "radialgradient",
          "stop",
          "desc",
          "symbol",
          "text",
          "tspan",
          "image",
          "filter",
          "pattern",
          "animate",
          "animatetransform",
          "fegaussianblur",
          "feoffset",
          "feblend",
          "feflood",
          "fecolormatrix",
          "fecomposite",
          "femerge",
          "femergenode");

  private final byte[] bytes;

  /// The same as text, for its fast search.
  private final String page;

  private final ReadAttributes attributes;
  private final byte[] kept;
  private int size;
  private int copied;

  private LeanMarkup(byte[] bytes) {
    this.bytes = bytes;
    this.page = new String(bytes, StandardCharsets.ISO_8859_1);
    this.attributes = new ReadAttributes(bytes, page);
    this.kept = new byte[bytes.length];
  }

  /// The page without what nobody reads.
  static byte[] of(byte[] bytes) {
    if (PageDecoder.isWide(bytes)) {
      return bytes;
    }
    LeanMarkup markup = new LeanMarkup(bytes);
    markup.scan();
    markup.drop(bytes.length, bytes.length);
    return Arrays.copyOf(markup.kept, markup.size);
  }

  private void scan() {
    int at = page.indexOf('<');
    while (at >= 0 && at + 3 < bytes.length) {
      char next = page.charAt(at + 1);
      int end = at + 1;
      if (next == '!' && page.startsWith("--", at + 2)) {
        end = comment(at);
      } else if (isLetter(next)) {
        end = element(at, next);
      }
      if (end < 0) {
        return;
      }
      at = page.indexOf('<', end);
    }
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /// A comment goes, unless it is one of the forms that end at once.
  private int comment(int at) {
    char first = at + 4 < bytes.length ? page.charAt(at + 4) : '>';
    int end = page.indexOf("-->", at + 4);
    if (first == '>' || first == '-' || end < 0) {
      return end < 0 ? -1 : at + 4;
    }
    if (page.indexOf("--!>", at + 4, end) >= 0) {
      return -1;
    }
    drop(at, end + 3);
    return end + 3;
  }

  /// Where to go on after a tag, and after its inside where that is left out.
  private int element(int at, char first) {
    int close = tagEnd(at, true);
    if (close < 0) {
      return -1;
    }
    if ((first | 0x20) != 's' && (first | 0x20) != 't') {
      return close;
    }
    if (isTag(at, "script")) {
      return raw(at, close, "</script", !saysJson(at, close));
    }
    if (isTag(at, "style")) {
      return raw(at, close, "</style", true);
    }
    if (isTag(at, "svg")) {
      return drawing(close);
    }
    return isTag(at, "textarea") || isTag(at, "title")
        ? raw(at, close, isTag(at, "title") ? "</title" : "</textarea", false)
        : close;
  }

  private boolean saysJson(int at, int close) {
    String tag = page.substring(at, close);
    return tag.contains("json") || Texts.lower(tag).contains("json");
  }

  private boolean isTag(int at, String name) {
    int end = at + 1 + name.length();
    return page.regionMatches(true, at + 1, name, 0, name.length())
        && end < bytes.length
        && !Character.isLetterOrDigit(page.charAt(end))
        && page.charAt(end) != '-';
  }

  /// The place after the `>` that ends the tag, past attribute values in quotes; -1 if none does.
  /// Attributes that nobody reads are dropped on the way.
  private int tagEnd(int at, boolean drops) {
    int place = at + 1;
    while (place < bytes.length && !isBlank(bytes[place]) && bytes[place] != '>') {
      place++;
    }
    boolean drawing = drops && isTag(at, "svg");
    while (place < bytes.length) {
      int start = place;
      while (place < bytes.length && (isBlank(bytes[place]) || bytes[place] == '/')) {
        place++;
      }
      if (place >= bytes.length || bytes[place] == '>') {
        return place >= bytes.length ? -1 : place + 1;
      }
      int name = place;
      int nameEnd = nameEnd(name);
      place = valueEnd(nameEnd);
      if (place < 0) {
        return -1;
      }
      if (drops && place < bytes.length && attributes.isUnread(at, name, nameEnd, place, drawing)) {
        drop(isParted(place) ? start : name, place);
      }
    }
    return -1;
  }

  private static boolean isBlank(byte value) {
    return value >= 0 && value <= ' ';
  }

  /// Whether what follows an attribute cannot grow together with what is before it.
  private boolean isParted(int place) {
    return isBlank(bytes[place]) || bytes[place] == '/' || bytes[place] == '>';
  }

  private int nameEnd(int name) {
    int place = name + 1;
    while (place < bytes.length && bytes[place] != '=' && !isParted(place)) {
      place++;
    }
    return place;
  }

  /// The place after the value of an attribute; -1 where its quote is never closed.
  private int valueEnd(int nameEnd) {
    int value = afterBlanks(nameEnd);
    if (value >= bytes.length || bytes[value] != '=') {
      return nameEnd;
    }
    value = afterBlanks(value + 1);
    byte quote = value < bytes.length ? bytes[value] : (byte) ' ';
    if (quote == '"' || quote == '\'') {
      int end = page.indexOf(quote, value + 1);
      return end < 0 ? -1 : end + 1;
    }
    while (value < bytes.length && !isBlank(bytes[value]) && bytes[value] != '>') {
      value++;
    }
    return value;
  }

  private int afterBlanks(int from) {
    int place = from;
    while (place < bytes.length && isBlank(bytes[place])) {
      place++;
    }
    return place;
  }

  /// Text that the parser takes as it is, up to its end tag. A script that opens a comment may hold
  /// end tags that do not end it.
  private int raw(int at, int start, String endTag, boolean dropped) {
    int end = indexOfTag(endTag, start);
    if (end < 0) {
      return -1;
    }
    if (isTag(at, "script") && opensScript(start, end)) {
      return -1;
    }
    if (dropped) {
      drop(start, end);
    }
    return end + endTag.length();
  }

  private boolean opensScript(int start, int end) {
    int comment = page.indexOf("<!--", start, end);
    return comment >= 0 && Texts.lower(page.substring(comment, end)).contains("<script");
  }

  private int indexOfTag(String tag, int from) {
    String lead = tag.substring(0, tag.charAt(1) == '/' ? 2 : 1);
    int at = page.indexOf(lead, from);
    while (at >= 0 && !page.regionMatches(true, at, tag, 0, tag.length())) {
      at = page.indexOf(lead, at + lead.length());
    }
    return at;
  }

  private int drawing(int start) {
    if (page.charAt(start - 2) == '/') {
      return start;
    }
    int limit = Math.min(bytes.length - 1, start + MAX_DRAWING);
    int at = page.indexOf('<', start);
    while (at >= 0 && at < limit) {
      if (page.startsWith("!--", at + 1)) {
        int end = page.indexOf("-->", at + 4);
        if (end < 0) {
          return start;
        }
        at = page.indexOf('<', end);
        continue;
      }
      boolean closing = page.charAt(at + 1) == '/';
      int name = at + (closing ? 2 : 1);
      int end = name;
      while (end < limit && isLetter(page.charAt(end))) {
        end++;
      }
      String tag = Texts.lower(page.substring(name, end));
      if (closing && tag.equals("svg")) {
        drop(start, at);
        return at;
      }
      int after = DRAWN.contains(tag) ? tagEnd(at, false) : -1;
      if (after < 0) {
        return start;
      }
      at = page.indexOf('<', after);
    }
    return start;
  }

  private void drop(int from, int to) {
    int length = from - copied;
    System.arraycopy(bytes, copied, kept, size, length);
    size += length;
    copied = to;
  }
}

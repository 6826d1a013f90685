package dev.civicwire.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Tells the attributes that something in this package reads, or that steer the parser, from those
/// that nobody misses.
final class ReadAttributes {
  /// Names that are read on any element, at their length.
  private static final byte[][][] NAMES =
      byLength(
          "id",
          "rel",
          "role",
          "lang",
          "type",
          "name",
          "class",
          "hidden",
          "typeof",
          "content",
          "charset",
          "property",
          "itemprop",
          "itemref",
          "itemtype",
          "datetime",
          "encoding",
          "aria-level",
          "http-equiv",
          "aria-hidden",
          "data-component");

  /// Letters of the longest word that is looked for.
  private static final int LONGEST = 8;

  private final byte[] bytes;
  private final String page;

  /// The tag of which is known what it says, how far it was looked through, and what it says.
  private int seenTag = -1;

  private int seenTo;
  private boolean saysAddress;
  private boolean saysProperty;

  /// @param page the bytes as Latin-1
  ReadAttributes(byte[] bytes, String page) {
    this.bytes = bytes;
    this.page = page;
  }

  private static byte[][][] byLength(String... names) {
    byte[][][] byLength = new byte[16][0][];
    for (String name : names) {
      byte[][] known = byLength[name.length()];
      byLength[name.length()] = Arrays.copyOf(known, known.length + 1);
      byLength[name.length()][known.length] = name.getBytes(StandardCharsets.ISO_8859_1);
    }
    return byLength;
  }

  /// Whether nobody reads the attribute from `name` to `end` of the tag that begins at `tag`.
  ///
  /// @param drawing whether the tag is that of a drawing, of which nothing is read
  boolean isUnread(int tag, int name, int nameEnd, int end, boolean drawing) {
    if (isOdd(name, nameEnd)) {
      return false;
    }
    int length = nameEnd - name;
    if (drawing || length >= NAMES.length) {
      return true;
    }
    for (byte[] read : NAMES[length]) {
      if (is(name, read)) {
        return false;
      }
    }
    return switch (length) {
      case 3 -> !(is(name, "src") && isOfProperty(tag, end));
      case 4 -> !(is(name, "href") && (isAddressRead(tag, end) || isLicence(nameEnd, end)));
      case 5 ->
          !(is(name, "title") && mayBeDate(nameEnd, end))
              && !(is(name, "style") && mayHide(nameEnd, end));
      default -> true;
    };
  }

  /// The parser takes a `<` in a name for the begin of a tag; quotes show that it is no name.
  private boolean isOdd(int name, int nameEnd) {
    for (int at = name; at < nameEnd; at++) {
      if (bytes[at] == '<' || bytes[at] == '"' || bytes[at] == '\'') {
        return true;
      }
    }
    return false;
  }

  private boolean is(int name, byte[] read) {
    for (int at = 0; at < read.length; at++) {
      if ((bytes[name + at] | 0x20) != read[at]) {
        return false;
      }
    }
    return true;
  }

  private boolean is(int name, String read) {
    return page.regionMatches(true, name, read, 0, read.length());
  }

  /// Addresses are read of the page itself, of its licence and of properties.
  private boolean isAddressRead(int tag, int end) {
    if (is(tag + 1, "base")) {
      return true;
    }
    look(tag, end);
    return saysAddress || saysProperty;
  }

  private boolean isOfProperty(int tag, int end) {
    look(tag, end);
    return saysProperty;
  }

  /// Looks through the tag, each part of it once however many attributes ask.
  private void look(int tag, int end) {
    if (tag != seenTag) {
      seenTag = tag;
      seenTo = tag;
      saysAddress = false;
      saysProperty = false;
    }
    if (end < seenTo) {
      return;
    }
    int close = page.indexOf('>', end);
    int from = Math.max(tag, seenTo - LONGEST);
    seenTo = close < 0 ? bytes.length : close;
    saysAddress |= says(from, "icense") || says(from, "anonical") || says(from, "ANONICAL");
    saysProperty |= says(from, "prop");
  }

  private boolean says(int from, String word) {
    return page.indexOf(word, from, seenTo) >= 0;
  }

  /// Whether the address between two places is that of a licence.
  private boolean isLicence(int from, int to) {
    return page.indexOf("icenc", from, to) >= 0
        || page.indexOf("icens", from, to) >= 0
        || page.indexOf("publicdomain/zero", from, to) >= 0;
  }

  /// What is shown on pointing at a date is the date in full: there are digits in it.
  private boolean mayBeDate(int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] < 0 || (bytes[at] >= '0' && bytes[at] <= '9')) {
        return true;
      }
    }
    return false;
  }

  /// A style may hide what it stands on.
  private boolean mayHide(int from, int to) {
    return page.indexOf("display", from, to) >= 0 || page.indexOf("visibility", from, to) >= 0;
  }
}

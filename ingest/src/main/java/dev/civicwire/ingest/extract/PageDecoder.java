package dev.civicwire.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bytes to text. Asked in this order: byte order mark, strict UTF-8 where the bytes are valid and
/// not plain ASCII, HTTP header, `meta`, then the look of the bytes. Valid UTF-8 comes before a
/// declaration because no other encoding yields it by chance, while declarations are often wrong.
/// What was encoded twice is mended ([Mojibake]).
final class PageDecoder {
  /// How far a `meta` declaration is looked for (HTML Standard asks for 1,024; pages are late).
  private static final int PRESCAN = 8192;

  /// How many sequences of UTF-8 must stand against one wrong byte, where the page says that it is
  /// UTF-8 and where it does not.
  private static final int DECLARED = 1;

  private static final int UNDECLARED = 8;

  private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]{0,500}>");

  /// What a `meta` says of other things than the encoding.
  private static final Pattern CONTENT =
      Pattern.compile("(?i)\\bcontent\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

  private static final Pattern HTTP_TYPE =
      Pattern.compile("(?i)\\bhttp-equiv\\s*=\\s*[\"']?\\s*content-type");

  private PageDecoder() {}

  /// A text and how its encoding was told.
  record Decoded(String text, Charset charset, String from) {}

  static Decoded decode(byte[] bytes, Optional<String> contentType) {
    Decoded read = read(bytes, contentType);
    return new Decoded(Mojibake.mend(read.text()), read.charset(), read.from());
  }

  private static Decoded read(byte[] bytes, Optional<String> contentType) {
    Optional<Decoded> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> header = contentType.flatMap(type -> declared(type));
    Optional<String> utf8 = strictUtf8(bytes);
    boolean wide = header.filter(PageDecoder::isUtf16).isPresent();
    if (wide && hasZeros(bytes)) {
      return as(bytes, header.get(), "http");
    }
    if (utf8.isPresent() && !isSevenBitEscape(bytes, utf8.get())) {
      return new Decoded(utf8.get(), StandardCharsets.UTF_8, "valid-utf-8");
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
    if (looksUtf16(bytes)) {
      return as(
          bytes, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, "detected");
    }
    Optional<Charset> meta = declaredInHead(head);
    boolean said =
        header.or(() -> meta).filter(charset -> charset.equals(StandardCharsets.UTF_8)).isPresent();
    if (isMostlyUtf8(bytes, said ? DECLARED : UNDECLARED)) {
      return as(bytes, StandardCharsets.UTF_8, "mostly-utf-8");
    }
    if (header.isPresent() && !header.get().equals(StandardCharsets.UTF_8) && !wide) {
      return as(bytes, header.get(), "http");
    }
    if (meta.isPresent() && !meta.get().equals(StandardCharsets.UTF_8) && !isUtf16(meta.get())) {
      return as(bytes, meta.get(), "meta");
    }
    return as(bytes, CharsetGuess.of(bytes), "detected");
  }

  private static Optional<Decoded> byMark(byte[] bytes) {
    if (bytes.length >= 3 && at(bytes, 0) == 0xEF && at(bytes, 1) == 0xBB && at(bytes, 2) == 0xBF) {
      String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
      return Optional.of(new Decoded(text, StandardCharsets.UTF_8, "bom"));
    }
    return isMarkedUtf16(bytes)
        ? Optional.of(as(bytes, StandardCharsets.UTF_16, "bom"))
        : Optional.empty();
  }

  /// Whether the bytes begin with the mark of UTF-16, in either order.
  static boolean isMarkedUtf16(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : at(bytes, 0) << 8 | at(bytes, 1);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  private static Decoded as(byte[] bytes, Charset charset, String from) {
    return new Decoded(new String(bytes, charset), charset, from);
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static boolean isUtf16(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /// The platform's decoder is many times faster than a strict one, so that one is asked only
  /// where a replacement character shows that something may be wrong.
  private static Optional<String> strictUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// ISO-2022-JP is plain ASCII with escapes, and UTF-16 of Latin text is full of zero bytes.
  private static boolean isSevenBitEscape(byte[] bytes, String text) {
    return looksUtf16(bytes) || (text.length() == bytes.length && text.indexOf("\u001b$") >= 0);
  }

  /// Whether the bytes are of an encoding in which markup is not what it looks like in ASCII.
  static boolean isWide(byte[] bytes) {
    int end = Math.min(bytes.length, 4096);
    for (int index = 0; index < end; index++) {
      if (bytes[index] == 0x1b) {
        return true;
      }
    }
    return isMarkedUtf16(bytes) || looksUtf16(bytes);
  }

  private static boolean looksUtf16(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int end = Math.min(bytes.length, 512);
    for (int index = 0; index < end; index++) {
      if (bytes[index] == 0) {
        even += index % 2 == 0 ? 1 : 0;
        odd += index % 2 == 1 ? 1 : 0;
      }
    }
    return end >= 4 && Math.max(even, odd) > end / 3 && Math.min(even, odd) < end / 50 + 1;
  }

  private static boolean hasZeros(byte[] bytes) {
    int end = Math.min(bytes.length, PRESCAN);
    for (int index = 0; index < end; index++) {
      if (bytes[index] == 0) {
        return true;
      }
    }
    return false;
  }

  /// Multi-byte sequences that are right outnumber the wrong bytes: mixed or cut UTF-8.
  ///
  /// @param times so often, at least
  private static boolean isMostlyUtf8(byte[] bytes, int times) {
    int right = 0;
    int wrong = 0;
    int index = 0;
    while (index < bytes.length) {
      int lead = at(bytes, index);
      int length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
      boolean whole = length > 0 && index + length <= bytes.length;
      for (int next = 1; whole && next < length; next++) {
        whole = (at(bytes, index + next) & 0xC0) == 0x80;
      }
      right += whole && length > 1 ? 1 : 0;
      wrong += whole ? 0 : 1;
      index += whole ? length : 1;
    }
    return right > times * wrong;
  }

  /// The charset that a `meta` or the XML declaration in the head of a page names; what stands in
  /// other elements, such as `script`, or in other contents is not the page's.
  private static Optional<Charset> declaredInHead(String head) {
    if (head.regionMatches(true, 0, "<?xml", 0, 5)) {
      int end = Math.max(head.indexOf("?>"), 0);
      Optional<Charset> charset = declared(head.substring(0, end));
      if (charset.isPresent()) {
        return charset;
      }
    }
    Matcher meta = META.matcher(head);
    while (meta.find()) {
      String tag = meta.group();
      boolean type = HTTP_TYPE.matcher(tag).find();
      Optional<Charset> charset = declared(type ? tag : CONTENT.matcher(tag).replaceAll(""));
      if (charset.isPresent()) {
        return charset;
      }
    }
    return Optional.empty();
  }

  /// The charset that follows `charset=` in a header, a `meta` or an XML declaration.
  private static Optional<Charset> declared(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int from = 0;
    while (true) {
      int key = lower.indexOf("charset", from);
      if (key < 0) {
        key = lower.indexOf("encoding=", from);
        if (key < 0 || !lower.startsWith("<?xml")) {
          return Optional.empty();
        }
      }
      int at = lower.startsWith("encoding=", key) ? key + 9 : key + 7;
      while (at < lower.length() && "= \"'".indexOf(lower.charAt(at)) >= 0) {
        at++;
      }
      int end = at;
      while (end < lower.length()
          && (Character.isLetterOrDigit(lower.charAt(end))
              || "-_:.".indexOf(lower.charAt(end)) >= 0)) {
        end++;
      }
      Optional<Charset> charset = named(lower.substring(at, end));
      if (charset.isPresent()) {
        return charset;
      }
      from = key + 7;
    }
  }

  /// The charset of `name` as browsers read it (WHATWG Encoding: Latin-1 means windows-1252).
  private static Optional<Charset> named(String name) {
    String known =
        switch (name) {
          case "", "none" -> "";
          case "iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1", "iso_8859-1" ->
              "windows-1252";
          case "iso-8859-9" -> "windows-1254";
          case "gb2312", "gbk" -> "GB18030";
          case "shift-jis", "shift_jis", "sjis", "x-sjis" -> "windows-31j";
          case "utf8" -> "UTF-8";
          case "euc_kr", "ks_c_5601-1987", "euc-kr" -> "x-windows-949";
          default -> name;
        };
    try {
      return known.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(known));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}

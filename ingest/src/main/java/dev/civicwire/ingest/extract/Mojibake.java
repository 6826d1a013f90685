package dev.civicwire.ingest.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text that was UTF-8, was read as windows-1252 or Latin-1 on its way into the page, and was
/// written as UTF-8 once more: `Â£45,000`, `the councilâ€™s`, `JosÃ©`. Such text is mended where
/// the page holds a sequence that no language writes; single letters of other words stay.
final class Mojibake {
  /// A text can have gone wrong twice: `Ã¢â‚¬â„¢`.
  private static final int TIMES = 2;

  /// What windows-1252 makes of bytes 0x80 to 0x9F.
  private static final String HIGH = high();

  /// Behind `Ã`, letters and quotation marks of Portuguese or Vietnamese in capitals.
  private static final String QUOTES = "ªº«»";

  private static final int UTF8_FROM = 0x80;
  private static final int UTF8_TO = 0xBF;

  private Mojibake() {}

  private static String high() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (UTF8_FROM + i);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  /// `text` as it was meant; the same where nothing shows that it went wrong.
  static String mend(String text) {
    String mended = text;
    for (int time = 0; time < TIMES && isBroken(mended); time++) {
      mended = decoded(mended);
    }
    return mended;
  }

  private static boolean isBroken(String text) {
    return text.contains("\u00e2\u20ac")
        || text.contains("\u00e2\u0080")
        || text.contains("\u00c2\u00a3")
        || text.contains("\u00c2\u00a9")
        || hasBrokenLetter(text);
  }

  /// `Ã©`: a capital that no letter follows.
  private static boolean hasBrokenLetter(String text) {
    for (int i = text.indexOf('\u00c3'); i >= 0; i = text.indexOf('\u00c3', i + 1)) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (next > '\u00a0' && next <= UTF8_TO && QUOTES.indexOf(next) < 0) {
        return true;
      }
    }
    return false;
  }

  private static String decoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int length = length(text.charAt(i));
      String letter = length > 1 ? letter(text, i, length) : "";
      out.append(letter.isEmpty() ? text.substring(i, i + 1) : letter);
      i += letter.isEmpty() ? 1 : length;
    }
    return out.toString();
  }

  /// Bytes of the letter that begins with what `lead` was, of those that Western pages have.
  private static int length(char lead) {
    return switch (lead) {
      case '\u00c2', '\u00c3' -> 2;
      case '\u00e2' -> 3;
      default -> 1;
    };
  }

  /// The letter whose bytes stand at `first`, empty where they are none.
  private static String letter(String text, int first, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int value = first + i < text.length() ? value(text.charAt(first + i)) : 0;
      if (i > 0 && (value < UTF8_FROM || value > UTF8_TO)) {
        return "";
      }
      bytes[i] = (byte) value;
    }
    String letter = new String(bytes, StandardCharsets.UTF_8);
    return Character.isISOControl(letter.charAt(0)) ? "" : letter;
  }

  private static int value(char c) {
    int high = c > 0xFF ? HIGH.indexOf(c) : -1;
    return high >= 0 ? UTF8_FROM + high : c <= 0xFF ? c : 0;
  }
}

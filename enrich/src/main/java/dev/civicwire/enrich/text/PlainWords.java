package dev.civicwire.enrich.text;

import java.util.Locale;

/// Text as its bare words, for comparing labels and titles however they are marked.
public final class PlainWords {
  private PlainWords() {}

  /// `text` in lower case, `and` for an ampersand, one space for all else between words.
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (c == '&') {
        plain.append("and");
      } else if (kept) {
        plain.append(c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT).strip();
  }
}

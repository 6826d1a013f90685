package dev.civicwire.app.sample;

import java.text.Normalizer;
import java.util.Locale;

/// Texts compared as a reader would: case, accents, punctuation, a leading "the" and the possessive
/// do not count, and "&" is "and".
final class Wording {
  private Wording() {}

  static boolean same(String a, String b) {
    return plain(a).equals(plain(b));
  }

  static String plain(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("&", " and ")
            .replace('’', '\'')
            .replaceAll("'s\\b", "")
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    return plain.startsWith("the ") ? plain.substring(4) : plain;
  }
}

package dev.civicwire.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that an unknown one was probably meant to be.
final class Nearest {
  private Nearest() {}

  /// The closest of `known` to `word`, unless all are too far off to be meant.
  static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(best -> distance(word, best) <= Math.max(2, word.length() / 2));
  }

  /// " (did you mean …?)" or nothing.
  static String hint(String word, Collection<String> known) {
    return of(word, known).map(best -> ": did you mean '" + best + "'?").orElse("");
  }

  /// Levenshtein's distance, ignoring case.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}

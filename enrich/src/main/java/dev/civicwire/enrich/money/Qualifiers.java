package dev.civicwire.enrich.money;

import dev.civicwire.contract.Salary.Qualifier;
import dev.civicwire.enrich.text.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The phrases that bound an amount, from `qualifiers.tsv`.
final class Qualifiers {
  private static final int COLUMNS = 3;
  private static final int MAX_SPACES = 2;

  private final List<Phrase> before = new ArrayList<>();
  private final List<Phrase> after = new ArrayList<>();

  private Qualifiers() {}

  /// A bounding phrase at a place.
  record Bound(Qualifier qualifier, int start, int end) {}

  private record Phrase(String text, Qualifier qualifier) {}

  static Qualifiers load() {
    Qualifiers qualifiers = new Qualifiers();
    for (String[] row : Rows.of(Qualifiers.class, "qualifiers.tsv", COLUMNS)) {
      Phrase phrase = new Phrase(row[2], Qualifier.valueOf(row[0].toUpperCase(Locale.ROOT)));
      (row[1].equals("<") ? qualifiers.before : qualifiers.after).add(phrase);
    }
    Comparator<Phrase> longestFirst =
        Comparator.comparingInt((Phrase p) -> p.text().length()).reversed();
    qualifiers.before.sort(longestFirst);
    qualifiers.after.sort(longestFirst);
    return qualifiers;
  }

  /// The bound whose phrase ends right before `offset`.
  Optional<Bound> before(String text, int offset) {
    int end = offset;
    while (end > 0 && offset - end < MAX_SPACES && isGap(text.charAt(end - 1))) {
      end--;
    }
    for (Phrase phrase : before) {
      int start = end - phrase.text().length();
      if (start >= 0
          && text.regionMatches(true, start, phrase.text(), 0, phrase.text().length())
          && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
        return Optional.of(new Bound(phrase.qualifier(), start, end));
      }
    }
    return Optional.empty();
  }

  /// The bound whose phrase starts right after `offset`.
  Optional<Bound> after(String text, int offset) {
    if (offset < text.length() && text.charAt(offset) == '+') {
      return Optional.of(new Bound(Qualifier.FROM, offset, offset + 1));
    }
    int start = offset;
    while (start < text.length() && start - offset < MAX_SPACES && text.charAt(start) == ' ') {
      start++;
    }
    for (Phrase phrase : after) {
      int end = start + phrase.text().length();
      if (start > offset
          && text.regionMatches(true, start, phrase.text(), 0, phrase.text().length())
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return Optional.of(new Bound(phrase.qualifier(), start, end));
      }
    }
    return Optional.empty();
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '"';
  }
}

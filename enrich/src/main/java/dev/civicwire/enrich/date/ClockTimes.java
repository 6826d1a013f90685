package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.Optional;
import java.util.Set;

/// The time of day beside a date: "23:59", "11.55pm", "midday", "12 noon".
final class ClockTimes {
  private static final int REACH = 5;
  private static final Set<String> NAMED = Set.of("midday", "noon", "midnight");
  private static final Set<String> HALVES = Set.of("am", "pm", "a.m.", "p.m.", "a.m", "p.m");

  private ClockTimes() {}

  /// The nearest time in the sentence of the words `[first, next)`.
  static Optional<String> around(Words words, int first, int next) {
    for (int distance = 0; distance < REACH; distance++) {
      for (int i : new int[] {next + distance, first - 1 - distance}) {
        boolean inside = i >= 0 && i < words.size() && words.sentence(i) == words.sentence(first);
        Optional<String> time = inside ? at(words, i) : Optional.empty();
        if (time.isPresent()) {
          return time;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> at(Words words, int i) {
    String word = words.word(i);
    if (NAMED.contains(word)) {
      return Optional.of(word);
    }
    if (!Numeral.isDigit(word.charAt(0)) || word.length() > 7) {
      return Optional.empty();
    }
    if (word.indexOf(':') > 0) {
      boolean half = HALVES.contains(words.word(i + 1));
      return Optional.of(half ? word + " " + words.word(i + 1) : word);
    }
    boolean joined = word.endsWith("am") || word.endsWith("pm");
    boolean apart = HALVES.contains(words.word(i + 1)) && word.length() <= 5;
    return joined
        ? Optional.of(word)
        : apart ? Optional.of(word + " " + words.word(i + 1)) : Optional.empty();
  }
}

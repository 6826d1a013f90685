package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The time of day beside a date: "23:59", "11.55pm", "midday", "12 noon".
final class ClockTimes {
  private static final int REACH = 8;
  private static final Set<String> NAMED = Set.of("midday", "noon", "midnight");
  private static final Set<String> HALVES = Set.of("am", "pm", "a.m.", "p.m.", "a.m", "p.m");

  private static final Set<String> ZONES =
      Set.of(
          "gmt", "bst", "utc", "cet", "cest", "ist", "et", "est", "edt", "ct", "cst", "cdt", "mt",
          "mst", "mdt", "pt", "pst", "pdt", "aest", "aedt", "acst", "acdt", "awst", "nzst", "nzdt");
  private static final Set<String> REGIONS =
      Set.of("uk", "eastern", "central", "mountain", "pacific");

  private ClockTimes() {}

  /// The nearest time in the sentence of the words `[first, next)`.
  static Optional<String> around(Words words, int first, int next) {
    for (int distance = 0; distance < REACH; distance++) {
      for (int i : new int[] {next + distance, first - 1 - distance}) {
        boolean inside = i >= 0 && i < words.size() && words.sentence(i) == words.sentence(first);
        boolean other = i >= next && isOfNext(words, i);
        Optional<String> time = inside && !other ? at(words, i) : Optional.empty();
        if (time.isPresent()) {
          return time;
        }
      }
    }
    return Optional.empty();
  }

  /// `noon on 18 December`: the time of the day behind it.
  private static boolean isOfNext(Words words, int i) {
    int on = HALVES.contains(words.word(i + 1)) ? i + 2 : i + 1;
    return words.word(on).equals("on");
  }

  private static Optional<String> at(Words words, int i) {
    String word = words.word(i);
    if (NAMED.contains(word)) {
      return Optional.of(word + zone(words, i + 1));
    }
    if (!Numeral.isDigit(word.charAt(0)) || word.length() > 7) {
      return Optional.empty();
    }
    boolean half = HALVES.contains(words.word(i + 1)) && word.length() <= 5;
    boolean joined = word.endsWith("am") || word.endsWith("pm");
    if (!half && !joined && word.indexOf(':') <= 0) {
      return Optional.empty();
    }
    String time = half ? word + " " + words.word(i + 1) : word;
    return Optional.of(time + zone(words, half ? i + 2 : i + 1));
  }

  /// " BST" or " eastern" where a time zone stands at `i`, if need be in brackets.
  private static String zone(Words words, int i) {
    String word = words.word(words.word(i).equals("(") ? i + 1 : i);
    return ZONES.contains(word)
        ? " " + word.toUpperCase(Locale.ROOT)
        : REGIONS.contains(word) ? " " + word : "";
  }
}

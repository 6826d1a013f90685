package dev.civicwire.enrich.count;

import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.math.BigDecimal;
import java.util.Optional;

/// Whole numbers in figures or words that are no year, percentage or part of a code.
final class WholeNumbers {
  private static final int FIRST_YEAR = 1_900;
  private static final int LAST_YEAR = 2_050;

  private final Words words;

  WholeNumbers(Words words) {
    this.words = words;
  }

  /// A number and the index of the word behind it.
  record Read(long value, int next) {}

  /// The number that starts with word `i`: "1,200", "twelve", "two hundred and forty".
  Optional<Read> at(int i) {
    return i < words.size()
        ? of(words.word(i), i).map(value -> whole(value, i + 1))
        : Optional.empty();
  }

  private Read whole(long value, int next) {
    int power =
        switch (words.word(next)) {
          case "dozen" -> 12;
          case "hundred" -> 100;
          case "thousand" -> 1_000;
          default -> 1;
        };
    if (power == 1) {
      return new Read(value, next);
    }
    int rest = words.word(next + 1).equals("and") ? next + 2 : next + 1;
    Optional<Integer> ones = power == 12 ? Optional.empty() : Numeral.ofWord(words.word(rest));
    return ones.map(n -> new Read(value * power + n, rest + 1))
        .orElseGet(() -> new Read(value * power, next + 1));
  }

  /// The number that `word`, the beginning of word `i`, is.
  Optional<Long> of(String word, int i) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return Numeral.isDigit(word.charAt(0))
        ? figures(word).filter(n -> !isYear(word, n) && !isCode(i) && !isShare(i))
        : Numeral.ofWord(word).map(Integer::longValue);
  }

  private static Optional<Long> figures(String word) {
    return Numeral.at(word, 0)
        .filter(n -> n.end() == word.length() && n.decimals() == 0)
        .map(Numeral::value)
        .filter(n -> n.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
        .map(BigDecimal::longValue);
  }

  private static boolean isYear(String word, long value) {
    return word.length() == 4 && value >= FIRST_YEAR && value <= LAST_YEAR;
  }

  private boolean isShare(int i) {
    return words.word(i + 1).startsWith("%");
  }

  private boolean isCode(int i) {
    boolean sameSentence = i > 0 && words.sentence(i - 1) == words.sentence(i);
    return sameSentence
        && switch (words.word(i - 1)) {
          case "£",
              "$",
              "€",
              "#",
              "ref",
              "ref.",
              "no.",
              "grade",
              "band",
              "/",
              "scp",
              "level",
              "." ->
              true;
          default -> false;
        };
  }
}

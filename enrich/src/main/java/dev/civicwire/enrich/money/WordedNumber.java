package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A number written in words up to a magnitude: "half a", "a", "seven", "one hundred and twenty",
/// "two and a half".
///
/// @param start offset of its first letter
/// @param end offset after its last word
/// @param value without the magnitude that follows
record WordedNumber(int start, int end, BigDecimal value) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /// No number word is longer: "seventy-seven".
  private static final int MAX_WORD = 14;

  /// The number that starts at `start`.
  static Optional<WordedNumber> at(String text, int start) {
    int end = wordEnd(text, start);
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (word.equals("half")) {
      return text.startsWith(" a ", end)
          ? Optional.of(new WordedNumber(start, end + 2, HALF))
          : Optional.empty();
    }
    Optional<Integer> first = word.equals("a") ? Optional.of(1) : Numeral.ofWord(word);
    return first.map(
        n -> new WordedNumber(start, end, BigDecimal.valueOf(n)).hundreds(text).half(text));
  }

  /// With "hundred" and what follows it.
  private WordedNumber hundreds(String text) {
    if (!follows(text, end, " hundred")) {
      return this;
    }
    int last = end + " hundred".length();
    BigDecimal hundreds = value.multiply(HUNDRED);
    int next = follows(text, last, " and ") ? last + " and ".length() : last + 1;
    if (next >= text.length() || !Character.isLetter(text.charAt(next))) {
      return new WordedNumber(start, last, hundreds);
    }
    int nextEnd = wordEnd(text, next);
    return Numeral.ofWord(text.substring(next, nextEnd).toLowerCase(Locale.ROOT))
        .map(n -> new WordedNumber(start, nextEnd, hundreds.add(BigDecimal.valueOf(n))))
        .orElseGet(() -> new WordedNumber(start, last, hundreds));
  }

  private WordedNumber half(String text) {
    String half = " and a half";
    return follows(text, end, half)
        ? new WordedNumber(start, end + half.length(), value.add(HALF))
        : this;
  }

  private static boolean follows(String text, int at, String words) {
    return text.regionMatches(true, at, words, 0, words.length());
  }

  /// The end of the word at `from`, of which a hyphen may join two.
  private static int wordEnd(String text, int from) {
    int i = from;
    int limit = Math.min(text.length(), from + MAX_WORD);
    while (i < limit
        && (Character.isLetter(text.charAt(i)) || (text.charAt(i) == '-' && i > from))) {
      i++;
    }
    return i;
  }
}

package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// Numbers whose thousands are parted by blanks or dots: `1 216 824`, `45.000`, `5 714,65`,
/// `3'500`.
final class GroupedNumerals {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private GroupedNumerals() {}

  /// `numeral` with the groups that follow it, as amounts in `currency` are written.
  static Numeral of(String text, Numeral numeral, String currency) {
    boolean dotted = numeral.decimals() == 3 && numeral.value().compareTo(THOUSAND) < 0;
    if (dotted && !Currencies.hasDecimalDot(currency) && !goesOnInLetters(text, numeral.end())) {
      BigDecimal value = numeral.value().movePointRight(3);
      Numeral whole = new Numeral(numeral.start(), numeral.end(), value, true, 0);
      return withCents(text, withGroups(text, whole, '.'));
    }
    Numeral quoted = opens(numeral) ? withGroups(text, numeral, '\'') : numeral;
    Numeral spaced = spaced(text, quoted).orElse(quoted);
    return spaced.end() > numeral.end() ? withCents(text, spaced) : spaced;
  }

  /// `numeral` with the groups of three digits that follow it after single blanks.
  static Optional<Numeral> spaced(String text, Numeral numeral) {
    if (!opens(numeral)) {
      return Optional.empty();
    }
    Numeral longer = withGroups(text, numeral, ' ');
    return longer.end() > numeral.end() ? Optional.of(longer) : Optional.empty();
  }

  /// True for the first digits of a number, if more of them follow.
  private static boolean opens(Numeral numeral) {
    return numeral.decimals() == 0
        && !numeral.grouped()
        && numeral.end() - numeral.start() <= 3
        && numeral.value().signum() > 0;
  }

  private static Numeral withGroups(String text, Numeral first, char mark) {
    int end = first.end();
    BigDecimal value = first.value();
    while (isGroup(text, end, mark)) {
      value = value.movePointRight(3).add(new BigDecimal(text.substring(end + 1, end + 4)));
      end += 4;
    }
    return end == first.end() ? first : new Numeral(first.start(), end, value, true, 0);
  }

  private static boolean isGroup(String text, int at, char mark) {
    return at + 3 < text.length() && text.charAt(at) == mark && digits(text, at + 1) == 3;
  }

  /// `numeral` with the cents that a comma parts from it.
  static Numeral withCents(String text, Numeral numeral) {
    int end = numeral.end();
    boolean mark = end + 2 < text.length() && ",.".indexOf(text.charAt(end)) >= 0;
    boolean cents = mark && digits(text, end + 1) == 2;
    return cents
        ? new Numeral(
            numeral.start(),
            end + 3,
            numeral.value().add(new BigDecimal("0." + text.substring(end + 1, end + 3))),
            true,
            2)
        : numeral;
  }

  /// How many digits stand at `from`, as far as four.
  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < 4 && Numeral.isDigit(text.charAt(i))) {
      i++;
    }
    return i - from;
  }

  private static boolean goesOnInLetters(String text, int end) {
    int next = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    String rest = text.substring(next, Math.min(text.length(), next + 2)).toLowerCase(Locale.ROOT);
    return rest.startsWith("m") || rest.startsWith("b") || rest.startsWith("t");
  }
}

package dev.civicwire.enrich.money;

import dev.civicwire.contract.Salary.Qualifier;
import dev.civicwire.enrich.money.Qualifiers.Bound;
import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds amounts and ranges in one pass over the characters of a normalised text.
final class MoneyScanner {
  /// Characters between a bracket and the conversion that it holds, as in "(about $215k)".
  private static final int MAX_INTO_BRACKET = 24;

  private static final BigDecimal MAX_BARE = BigDecimal.valueOf(1_000);
  private static final BigDecimal MIN_CARRIED = BigDecimal.ONE;

  /// Points of a scale after which commas may part them.
  private static final int SCALE = 3;

  private static final int MAX_POINTS = 40;

  private final Qualifiers qualifiers;
  private final String text;
  private final AmountReader reader;
  private final Connectors connectors;
  private final Changes changes;
  private final List<MoneyMention> mentions = new ArrayList<>();

  private MoneyScanner(String text, Qualifiers qualifiers) {
    this.text = text;
    this.qualifiers = qualifiers;
    this.reader = new AmountReader(text);
    this.connectors = new Connectors(text);
    this.changes = new Changes(text);
  }

  static List<MoneyMention> scan(String normal, Qualifiers qualifiers) {
    return new MoneyScanner(normal, qualifiers).scan();
  }

  private List<MoneyMention> scan() {
    int i = 0;
    while (i < text.length()) {
      Optional<Amount> first = amountAt(i);
      if (first.isPresent()) {
        i = Math.max(i + 1, add(first.get()));
      } else {
        i = Numeral.isDigit(text.charAt(i)) ? afterDigits(i) : i + 1;
      }
    }
    return mentions;
  }

  private int afterDigits(int from) {
    int i = from;
    while (i < text.length() && Numeral.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private Optional<Amount> amountAt(int i) {
    char c = text.charAt(i);
    if (Currencies.isSign(c)) {
      return reader.atSign(i);
    }
    boolean wordStart = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
    if (!wordStart) {
      return Optional.empty();
    }
    if (Numeral.isDigit(c)) {
      boolean inside = i > 0 && (text.charAt(i - 1) == '.' || text.charAt(i - 1) == ',');
      return inside ? Optional.empty() : reader.atDigit(i).flatMap(this::withCurrency);
    }
    if (c >= 'A' && c <= 'Z' && i + 4 < text.length()) {
      return reader.atCode(i).or(() -> reader.atLetters(i)).or(() -> reader.atWord(i));
    }
    return Character.isLetter(c) ? reader.atWord(i) : Optional.empty();
  }

  /// A bare number counts where a currency follows it, if need be after the range it begins.
  private Optional<Amount> withCurrency(Amount amount) {
    if (!amount.currency().isEmpty()) {
      return Optional.of(amount);
    }
    return beginning(amount).or(() -> reader.spacedAt(amount.start()).flatMap(this::beginning));
  }

  /// The bare `amount` in the currency of the second one of the range that it begins.
  private Optional<Amount> beginning(Amount amount) {
    int connector = connectors.end(amount.end());
    if (connector < 0 || connector >= text.length() || !Numeral.isDigit(text.charAt(connector))) {
      return Optional.empty();
    }
    return reader
        .atDigit(connector)
        .filter(second -> !second.currency().isEmpty())
        .map(second -> amount.withCurrency(second.currency()));
  }

  private int add(Amount first) {
    Optional<PayUnits.Unit> innerUnit = PayUnits.after(text, first.end());
    int gapFrom = innerUnit.map(PayUnits.Unit::end).orElse(first.end());
    boolean between = endsWithWord(first.start(), "between");
    Optional<Amount> second = second(first, gapFrom, between);
    if (second.isEmpty()) {
      Amount last = topOfList(first);
      mentions.add(mention(first, first, last, last.end(), between));
    } else {
      Amount low = carried(first, second.get());
      Amount high = top(second.get());
      boolean swapped = low.value().compareTo(high.value()) > 0;
      mentions.add(mention(first, swapped ? high : low, swapped ? low : high, high.end(), between));
    }
    return mentions.getLast().end();
  }

  /// The last point of the scale that begins with two points: "€98,000 - €102,000 - €106,000".
  private Amount top(Amount second) {
    Amount last = second;
    for (int points = 2; points < MAX_POINTS; points++) {
      Optional<Amount> next = nextPoint(last, points >= SCALE);
      if (next.isEmpty()) {
        return last;
      }
      last = next.get();
    }
    return last;
  }

  /// The last point of a scale whose points nothing but blanks or commas part; `first` where too
  /// few of them stand there.
  private Amount topOfList(Amount first) {
    Amount last = first;
    int points = 1;
    Optional<Amount> next = nextPoint(last, true);
    while (next.isPresent() && points < MAX_POINTS) {
      last = next.get();
      points++;
      next = nextPoint(last, true);
    }
    return points > SCALE ? last : first;
  }

  private Optional<Amount> nextPoint(Amount point, boolean loose) {
    int at = connectors.nextPoint(point.end(), loose);
    boolean sign = at >= 0 && at < text.length() && Currencies.isSign(text.charAt(at));
    return sign
        ? reader.atSign(at).filter(n -> n.currency().equals(point.currency()) && follows(point, n))
        : Optional.empty();
  }

  private static boolean follows(Amount point, Amount next) {
    return next.value().compareTo(point.value()) > 0
        && next.value().compareTo(point.value().multiply(PayLines.MAX_STEP)) <= 0;
  }

  private MoneyMention mention(
      Amount first, Amount low, Amount high, int coreEnd, boolean between) {
    Optional<PayUnits.Unit> unit = unit(first, low, high, coreEnd);
    Optional<String> named =
        unit.map(PayUnits.Unit::name).or(() -> PayUnits.before(text, first.start()));
    int end = unitEnd(unit, coreEnd);
    boolean range = low.value().compareTo(high.value()) != 0;
    Optional<Bound> before =
        changes.startsAt(first.start()) ? Optional.empty() : qualifiers.before(text, first.start());
    Optional<Bound> after = qualifiers.after(text, end);
    int start = before.map(Bound::start).orElse(first.start());
    Qualifier qualifier = before.or(() -> after).map(Bound::qualifier).orElse(Qualifier.EXACT);
    if (range) {
      qualifier = Qualifier.RANGE;
      start = between ? first.start() - "between ".length() : start;
    } else if (before.isEmpty() && after.isPresent()) {
      end = after.get().end();
    }
    String currency = currency(low, high);
    return new MoneyMention(
        Math.max(0, start),
        end,
        first.start(),
        coreEnd,
        low.value(),
        high.value(),
        currency,
        named,
        qualifier,
        isConversion(first.start(), currency),
        false);
  }

  /// The time that the amounts cover, behind the range, its first amount or a bracket.
  private Optional<PayUnits.Unit> unit(Amount first, Amount low, Amount high, int coreEnd) {
    Optional<PayUnits.Unit> unit = PayUnits.after(text, coreEnd);
    if (unit.isEmpty() && !low.equals(high)) {
      unit = PayUnits.after(text, first.end());
    }
    return unit.or(() -> PayUnits.after(text, bracketEnd(coreEnd)));
  }

  /// The end of the form with its unit, unless a bracket stands between them.
  private int unitEnd(Optional<PayUnits.Unit> unit, int coreEnd) {
    int unitEnd = unit.map(PayUnits.Unit::end).orElse(coreEnd);
    int bracket = bracketEnd(coreEnd);
    boolean behindBracket = bracket > coreEnd && unitEnd > bracket;
    return behindBracket ? coreEnd : Math.max(coreEnd, unitEnd);
  }

  /// The upper amount's currency; the lower one's where that is empty, or mere dollars.
  private static String currency(Amount low, Amount high) {
    String currency = high.currency().isEmpty() ? low.currency() : high.currency();
    boolean refined = currency.equals(Currencies.DOLLAR) && !low.currency().isEmpty();
    return refined ? low.currency() : currency;
  }

  /// The offset after a short bracket that follows `offset`, as in "£160,000 (c $215k) a year";
  /// else `offset`.
  private int bracketEnd(int offset) {
    int open = reader.skipSpaces(offset, 1);
    if (open >= text.length() || text.charAt(open) != '(') {
      return offset;
    }
    int limit = Math.min(text.length(), open + MAX_INTO_BRACKET);
    for (int i = open; i < limit; i++) {
      if (text.charAt(i) == ')') {
        return i + 1;
      }
    }
    return offset;
  }

  /// True where the amount stands in brackets right behind an amount in another currency.
  private boolean isConversion(int start, String currency) {
    if (mentions.isEmpty()) {
      return false;
    }
    MoneyMention last = mentions.getLast();
    int bracket = start - 1;
    int limit = Math.max(last.coreEnd(), start - MAX_INTO_BRACKET);
    while (bracket >= limit && text.charAt(bracket) != '(') {
      bracket--;
    }
    return bracket >= limit && bracket - last.end() <= 2 && !last.currency().equals(currency);
  }

  private Optional<Amount> second(Amount first, int gapFrom, boolean between) {
    int at = connectors.end(gapFrom);
    if (at < 0 || at >= text.length() || changes.startsAt(first.start())) {
      return Optional.empty();
    }
    if (connectors.isAnd(gapFrom) && !between) {
      return Optional.empty();
    }
    char c = text.charAt(at);
    Optional<Amount> second = Optional.empty();
    if (Numeral.isDigit(c)) {
      second = reader.atDigit(at, first.currency()).filter(b -> isBareSecond(first, b));
    } else if (Currencies.isSign(c)) {
      second = reader.atSign(at);
    } else if (c >= 'A' && c <= 'Z') {
      int sign = signAfterLetters(at);
      second = sign > at ? reader.atSign(sign) : reader.atCode(at).or(() -> reader.atLetters(at));
    }
    return second.filter(b -> fits(first, b));
  }

  private int signAfterLetters(int at) {
    int i = at;
    while (i < text.length() && i - at < 4 && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '$' ? i : at;
  }

  /// The two belong together: one currency, and a second that is not below the first.
  private boolean fits(Amount first, Amount second) {
    boolean oneCurrency =
        first.currency().equals(second.currency())
            || second.currency().isEmpty()
            || first.currency().isEmpty()
            || first.currency().equals(Currencies.DOLLAR)
            || second.currency().equals(Currencies.DOLLAR);
    BigDecimal low = carried(first, second).value();
    BigDecimal high = second.value();
    boolean swapped = high.compareTo(low) < 0 && high.multiply(BigDecimal.TWO).compareTo(low) > 0;
    return oneCurrency && (high.compareTo(low) >= 0 || (swapped && second.numeral().grouped()));
  }

  /// A second number without its currency is an amount only where it looks like one and no year,
  /// day or percentage.
  private boolean isBareSecond(Amount first, Amount second) {
    int end = second.end();
    if (end < text.length() && text.charAt(end) == '%') {
      return false;
    }
    boolean alike =
        second.scaled()
            || !second.currency().isEmpty()
            || second.numeral().grouped()
            || (second.numeral().decimals() == 2 && first.numeral().decimals() == 2)
            || (!first.scaled()
                && !first.numeral().grouped()
                && digits(second) == digits(first)
                && digits(first) >= 4);
    return alike && second.value().signum() != 0;
  }

  private static int digits(Amount amount) {
    return amount.numeral().end() - amount.numeral().start();
  }

  /// "£2-3m": the first number takes the second one's magnitude.
  private static Amount carried(Amount first, Amount second) {
    boolean bare = !first.scaled() && !first.numeral().grouped();
    BigDecimal raw = first.numeral().value();
    boolean small = raw.compareTo(MAX_BARE) < 0 && raw.compareTo(MIN_CARRIED) >= 0;
    if (bare && small && second.scaled()) {
      Amount scaled = first.withMagnitude(second.magnitude());
      return scaled.value().compareTo(second.value()) <= 0 ? scaled : first;
    }
    return first;
  }

  private boolean endsWithWord(int offset, String word) {
    int start = offset - word.length() - 1;
    return start >= 0
        && text.regionMatches(true, start, word, 0, word.length())
        && text.charAt(offset - 1) == ' ';
  }
}

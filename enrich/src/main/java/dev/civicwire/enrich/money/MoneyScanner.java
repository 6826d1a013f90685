package dev.civicwire.enrich.money;

import dev.civicwire.contract.Salary.Qualifier;
import dev.civicwire.enrich.money.Qualifiers.Bound;
import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds amounts and ranges in one pass over the characters of a normalised text.
final class MoneyScanner {
  /// Longest gap between the two amounts of a range, in characters.
  private static final int MAX_GAP = 12;

  /// Characters between a bracket and the conversion that it holds, as in "(about $215k)".
  private static final int MAX_INTO_BRACKET = 24;

  private static final BigDecimal MAX_BARE = BigDecimal.valueOf(1_000);
  private static final BigDecimal MIN_CARRIED = BigDecimal.ONE;
  private static final List<String> CONNECTORS =
      List.of("rising to", "increasing to", "up to", "through to", "to", "-", "and");

  private static final List<String> RISES =
      List.of("rising ", "increasing ", "progressing ", "going up ");

  /// Characters between such a word and "to".
  private static final int MAX_RISE = 48;

  /// Characters before "from" in which a change is named.
  private static final int MAX_CHANGE = 48;

  private static final List<String> CHANGES =
      List.of(
          " up from",
          "down from",
          "rose ",
          "risen",
          "rising from",
          "rises from",
          "goes up",
          "go up",
          "moves from",
          "grow",
          "grew",
          "fell",
          "fallen",
          "dropp",
          "increas",
          "decreas",
          "reduc",
          " cut ",
          "jump",
          "climb",
          "swell",
          "soar",
          "raised",
          "went ",
          "gone ",
          "doubl");

  private final Qualifiers qualifiers;
  private final String text;
  private final AmountReader reader;
  /// Where the last sentence ends that told of a change; what it tells further is one too.
  private int changeEnd = -1;

  private final List<MoneyMention> mentions = new ArrayList<>();

  private MoneyScanner(String text, Qualifiers qualifiers) {
    this.text = text;
    this.qualifiers = qualifiers;
    this.reader = new AmountReader(text);
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
      Optional<Amount> coded = reader.atCode(i);
      return coded.isPresent() ? coded : reader.atWord(i);
    }
    return Character.isLetter(c) ? reader.atWord(i) : Optional.empty();
  }

  /// A bare number counts where a currency follows it, if need be after the range it begins.
  private Optional<Amount> withCurrency(Amount amount) {
    if (!amount.currency().isEmpty()) {
      return Optional.of(amount);
    }
    int connector = connectorEnd(amount.end());
    if (connector < 0 || connector >= text.length()) {
      return Optional.empty();
    }
    if (!Numeral.isDigit(text.charAt(connector))) {
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
    Amount low = first;
    Amount high = first;
    int coreEnd = first.end();
    if (second.isPresent()) {
      high = second.get();
      low = carried(first, high);
      coreEnd = high.end();
      if (low.value().compareTo(high.value()) > 0) {
        Amount lower = high;
        high = low;
        low = lower;
      }
    }
    mentions.add(mention(first, low, high, coreEnd, between));
    return mentions.getLast().end();
  }

  private MoneyMention mention(
      Amount first, Amount low, Amount high, int coreEnd, boolean between) {
    Optional<PayUnits.Unit> unit = PayUnits.after(text, coreEnd);
    if (unit.isEmpty() && !low.equals(high)) {
      unit = PayUnits.after(text, first.end());
    }
    if (unit.isEmpty()) {
      unit = PayUnits.after(text, bracketEnd(coreEnd));
    }
    int unitEnd = unit.map(PayUnits.Unit::end).orElse(coreEnd);
    int bracket = bracketEnd(coreEnd);
    boolean behindBracket = bracket > coreEnd && unitEnd > bracket;
    int end = behindBracket ? coreEnd : Math.max(coreEnd, unitEnd);
    boolean range = low.value().compareTo(high.value()) != 0;
    Optional<Bound> before =
        isChange(first.start()) ? Optional.empty() : qualifiers.before(text, first.start());
    Optional<Bound> after = qualifiers.after(text, end);
    int start = before.map(Bound::start).orElse(first.start());
    Qualifier qualifier = before.or(() -> after).map(Bound::qualifier).orElse(Qualifier.EXACT);
    if (range) {
      qualifier = Qualifier.RANGE;
      start = between ? first.start() - "between ".length() : start;
    } else if (before.isEmpty() && after.isPresent()) {
      end = after.get().end();
    }
    String currency = high.currency().isEmpty() ? low.currency() : high.currency();
    if (currency.equals(Currencies.DOLLAR)) {
      currency = low.currency().isEmpty() ? currency : low.currency();
    }
    return new MoneyMention(
        Math.max(0, start),
        end,
        first.start(),
        coreEnd,
        low.value(),
        high.value(),
        currency,
        unit.map(PayUnits.Unit::name),
        qualifier,
        isConversion(first.start(), currency));
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
    int at = connectorEnd(gapFrom);
    if (at < 0 || at >= text.length()) {
      return Optional.empty();
    }
    if (isChange(first.start())) {
      return Optional.empty();
    }
    boolean and = text.regionMatches(true, skipBlanks(gapFrom), "and", 0, 3);
    if (and && !between) {
      return Optional.empty();
    }
    char c = text.charAt(at);
    Optional<Amount> second = Optional.empty();
    if (Numeral.isDigit(c)) {
      second = reader.atDigit(at).filter(b -> isBareSecond(first, b));
    } else if (Currencies.isSign(c)) {
      second = reader.atSign(at);
    } else if (c >= 'A' && c <= 'Z') {
      int sign = signAfterLetters(at);
      second = sign > at ? reader.atSign(sign) : reader.atCode(at);
    }
    return second.filter(b -> fits(first, b));
  }

  /// "Has gone up from £128m to £430m" names two amounts and no range.
  private boolean isChange(int start) {
    if (!endsWithWord(start, "from")) {
      return false;
    }
    if (start <= changeEnd) {
      return true;
    }
    int from = Math.max(0, start - MAX_CHANGE);
    String before = text.substring(from, start).toLowerCase(Locale.ROOT);
    boolean change = CHANGES.stream().anyMatch(before::contains);
    if (change) {
      changeEnd = sentenceEnd(start);
    }
    return change;
  }

  /// The offset of the next full stop that ends a sentence, or line feed.
  private int sentenceEnd(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
      if (c == '\n' || stop) {
        return i;
      }
    }
    return text.length();
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

  /// The offset after a range's connector that starts near `from`; -1 where there is none.
  private int connectorEnd(int from) {
    int i = skipBlanks(from);
    if (i - from > MAX_GAP) {
      return -1;
    }
    for (String connector : CONNECTORS) {
      int end = i + connector.length();
      if (text.regionMatches(true, i, connector, 0, connector.length()) && end < text.length()) {
        boolean word = Character.isLetter(connector.charAt(0));
        boolean parted = text.charAt(end) == ' ' || text.charAt(end) == '\n';
        if (!word || (parted && i > from)) {
          return skipMinimum(skipBlanks(end));
        }
      }
    }
    return slowRise(i);
  }

  /// "£33,890 rising in four steps to £38,412": the offset after "to"; -1 where nothing rises.
  private int slowRise(int from) {
    boolean rises =
        RISES.stream().anyMatch(word -> text.regionMatches(true, from, word, 0, word.length()));
    if (!rises) {
      return -1;
    }
    int limit = Math.min(text.length() - 1, from + MAX_RISE);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ' ' && text.startsWith(" to ", i)) {
        return i + " to ".length();
      }
      if (!Character.isLetterOrDigit(c) && c != ' ' && c != '-') {
        return -1;
      }
    }
    return -1;
  }

  /// "£45,000 to a maximum of £52,000".
  private int skipMinimum(int from) {
    for (String phrase : List.of("a maximum of ", "maximum of ", "a ceiling of ", "around ")) {
      if (text.regionMatches(true, from, phrase, 0, phrase.length())) {
        return from + phrase.length();
      }
    }
    return from;
  }

  private int skipBlanks(int from) {
    int i = from;
    int feeds = 0;
    while (i < text.length() && i - from <= MAX_GAP && feeds < 2) {
      char c = text.charAt(i);
      if (c == '\n') {
        feeds++;
      } else if (c != ' ') {
        break;
      }
      i++;
    }
    return i;
  }

  private boolean endsWithWord(int offset, String word) {
    int start = offset - word.length() - 1;
    return start >= 0
        && text.regionMatches(true, start, word, 0, word.length())
        && text.charAt(offset - 1) == ' ';
  }
}

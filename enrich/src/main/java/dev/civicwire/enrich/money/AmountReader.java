package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads single amounts from characters: "£162.5k", "AU$1.47 billion", "45,000 GBP", "€45.000",
/// "half a million pounds".
final class AmountReader {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);
  private static final BigDecimal CRORE = BigDecimal.valueOf(10_000_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);

  private static final Map<String, BigDecimal> MAGNITUDES =
      Map.ofEntries(
          Map.entry("k", THOUSAND),
          Map.entry("thousand", THOUSAND),
          Map.entry("m", MILLION),
          Map.entry("mn", MILLION),
          Map.entry("mln", MILLION),
          Map.entry("mill", MILLION),
          Map.entry("mil", MILLION),
          Map.entry("million", MILLION),
          Map.entry("millions", MILLION),
          Map.entry("b", BILLION),
          Map.entry("bn", BILLION),
          Map.entry("billion", BILLION),
          Map.entry("billions", BILLION),
          Map.entry("t", TRILLION),
          Map.entry("tn", TRILLION),
          Map.entry("trn", TRILLION),
          Map.entry("trillion", TRILLION),
          Map.entry("lakh", LAKH),
          Map.entry("lakhs", LAKH),
          Map.entry("lac", LAKH),
          Map.entry("lacs", LAKH),
          Map.entry("lpa", LAKH),
          Map.entry("crore", CRORE),
          Map.entry("crores", CRORE));

  /// No word of magnitude is longer.
  private static final int MAX_MAGNITUDE = 9;

  private final String text;

  AmountReader(String text) {
    this.text = text;
  }

  /// The amount whose currency sign stands at `sign`.
  Optional<Amount> atSign(int sign) {
    char c = text.charAt(sign);
    int start = c == '$' ? Currencies.prefixStart(text, sign) : sign;
    String currency =
        start < sign ? Currencies.ofPrefix(text.substring(start, sign)) : Currencies.ofSign(c);
    int digits = skipSpaces(sign + 1, 2);
    return at(digits, start, currency).map(this::withTrailingCode);
  }

  /// The amount whose ISO code stands at `start`.
  Optional<Amount> atCode(int start) {
    String code = Currencies.codeAt(text, start);
    if (code.isEmpty() || (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)))) {
      return Optional.empty();
    }
    int next = skipSpaces(start + 3, 2);
    if (next < text.length() && Currencies.isSign(text.charAt(next))) {
      next = skipSpaces(next + 1, 1);
    }
    return at(next, start, code).filter(a -> usual(code) || digits(a) > 2);
  }

  /// "PHP 8" is no amount: of the letters of smaller currencies only larger sums are.
  private static boolean usual(String code) {
    return Currencies.scale(code).compareTo(BigDecimal.TEN) <= 0;
  }

  /// The amount without a sign whose number starts at `start` and whose currency follows it; or,
  /// with no currency at all, the bare number (its currency is empty).
  Optional<Amount> atDigit(int start) {
    Optional<Amount> plain = at(start, start, "").map(this::withTrailingCode);
    return plain
        .filter(a -> !a.currency().isEmpty())
        .map(this::regrouped)
        .or(() -> spacedAt(start).filter(a -> !a.currency().isEmpty()))
        .or(() -> plain);
  }

  /// As [#atDigit], behind another amount in `currency`, and grouped as such amounts are.
  Optional<Amount> atDigit(int start, String currency) {
    Optional<Amount> own = atDigit(start);
    return own.filter(a -> !a.currency().isEmpty())
        .or(() -> at(start, start, currency).map(a -> a.withCurrency("")));
  }

  /// The amount at `start` whose thousands are parted by blanks.
  Optional<Amount> spacedAt(int start) {
    return Numeral.at(text, start)
        .flatMap(n -> GroupedNumerals.spaced(text, n))
        .map(n -> withTrailingCode(scaled(GroupedNumerals.withCents(text, n), start, "")));
  }

  /// "45.000 EUR": the currency behind an amount tells what its dot means.
  private Amount regrouped(Amount amount) {
    boolean dotted = amount.numeral().decimals() == 3 && !amount.scaled();
    return dotted
        ? amount.withNumeral(GroupedNumerals.of(text, amount.numeral(), amount.currency()))
        : amount;
  }

  /// The amount behind letters that are a currency's sign: "Rs. 56,100", "R1 216 824". A single
  /// letter is one only before a number with its thousands parted.
  Optional<Amount> atLetters(int start) {
    String letters = Currencies.lettersAt(text, start);
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    int digits = skipSpaces(start + letters.length(), letters.length() == 1 ? 1 : 2);
    return at(digits, start, Currencies.ofLetters(letters))
        .filter(a -> a.numeral().grouped() || letters.length() > 1);
  }

  private static int digits(Amount amount) {
    return amount.numeral().end() - amount.numeral().start();
  }

  /// "half a million pounds", "one hundred and twenty thousand euros", "two and a half million
  /// dollars": number words with magnitude and currency.
  Optional<Amount> atWord(int start) {
    return WordedNumber.at(text, start).flatMap(this::named);
  }

  private Optional<Amount> named(WordedNumber number) {
    int next = skipSpaces(number.end(), 1);
    int magnitudeEnd = wordEnd(next);
    BigDecimal magnitude = magnitude(text.substring(next, magnitudeEnd));
    if (magnitudeEnd - next < 5 || magnitude.signum() == 0) {
      return Optional.empty();
    }
    int name = skipSpaces(magnitudeEnd, 1);
    String currency = Currencies.nameAt(text, name);
    return currency.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Amount(
                number.start(),
                name + currency.length(),
                new Numeral(number.start(), number.end(), number.value(), false, 0),
                magnitude,
                Currencies.ofName(currency)));
  }

  private Optional<Amount> at(int digits, int start, String currency) {
    if (digits >= text.length() || !Numeral.isDigit(text.charAt(digits))) {
      return Optional.empty();
    }
    return Numeral.at(text, digits)
        .map(n -> currency.isEmpty() ? n : GroupedNumerals.of(text, n, currency))
        .map(n -> scaled(n, start, currency));
  }

  private Amount scaled(Numeral numeral, int start, String currency) {
    int end = numeral.end();
    boolean hyphen = end < text.length() && text.charAt(end) == '-';
    int word = hyphen ? end + 1 : skipSpaces(end, 1);
    int wordEnd = Math.min(wordEnd(word), word + MAX_MAGNITUDE + 1);
    String letters = text.substring(word, wordEnd);
    BigDecimal magnitude = magnitude(letters);
    boolean apart = word > end && letters.length() < 2;
    boolean shortCode = letters.length() <= 3 && !hyphen;
    boolean joined = letters.length() > 3 || shortCode;
    return magnitude.signum() > 0 && joined && !apart
        ? new Amount(start, wordEnd, numeral, magnitude, currency)
        : new Amount(start, end, numeral, BigDecimal.ONE, currency);
  }

  private static BigDecimal magnitude(String letters) {
    BigDecimal magnitude = MAGNITUDES.get(letters.toLowerCase(Locale.ROOT));
    return magnitude == null ? BigDecimal.ZERO : magnitude;
  }

  private Amount withTrailingCode(Amount amount) {
    int next = skipSpaces(amount.end(), 1);
    String code = next < text.length() ? Currencies.codeAt(text, next) : "";
    boolean refines = amount.currency().isEmpty() || amount.currency().equals(Currencies.DOLLAR);
    if (!code.isEmpty() && refines) {
      return new Amount(amount.start(), next + 3, amount.numeral(), amount.magnitude(), code);
    }
    if (!amount.currency().isEmpty()) {
      return amount;
    }
    boolean euro = next < text.length() && text.charAt(next) == '€';
    if (euro && (next + 1 == text.length() || !Numeral.isDigit(text.charAt(next + 1)))) {
      return new Amount(amount.start(), next + 1, amount.numeral(), amount.magnitude(), "EUR");
    }
    String name = Currencies.nameAt(text, next);
    return name.isEmpty()
        ? amount
        : new Amount(
            amount.start(),
            next + name.length(),
            amount.numeral(),
            amount.magnitude(),
            Currencies.ofName(name));
  }

  int skipSpaces(int from, int most) {
    int i = from;
    while (i < text.length() && i - from < most && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int wordEnd(int from) {
    int i = from;
    int limit = Math.min(text.length(), from + 16);
    while (i < limit
        && (Character.isLetter(text.charAt(i))
            || (text.charAt(i) == '-'
                && i > from
                && i + 1 < limit
                && Character.isLetter(text.charAt(i + 1))
                && Character.isLetter(text.charAt(from))
                && Numeral.ofWord(text.substring(from, i).toLowerCase(Locale.ROOT)).isPresent()))) {
      i++;
    }
    return i;
  }
}

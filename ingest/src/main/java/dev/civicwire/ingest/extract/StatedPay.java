package dev.civicwire.ingest.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The bounds of pay that one value of structured data states. A text is read only where it says
/// one amount or one range: what is said less clearly gives nothing, since a wrong figure is worse
/// than none.
record StatedPay(Optional<BigDecimal> min, Optional<BigDecimal> max) {
  private static final StatedPay NONE = new StatedPay(Optional.empty(), Optional.empty());

  /// Larger amounts are no pay in any currency.
  private static final BigDecimal LARGEST = new BigDecimal("1e12");

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /// Longest text that is read, in characters.
  private static final int MAX_TEXT = 200;

  private static final int MAX_DECIMALS = 6;

  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\d+(?:[.,'’]\\d+)*(?: \\d{3}(?!\\d))*(?:[.,]\\d{1,2}(?!\\d))?(?:[eE]\\+?\\d{1,2}\\b)?"
              + "(?<k>\\s?(?:[kK]|[tT]sd\\.?)(?!\\p{L}))?");

  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)[\\s\\p{Sc}a-z]{0,5}(?:[-–—−]|\\b(?:to|bis|à|a|al|until|up"
              + " to|and|und)\\b)[\\s\\p{Sc}a-z]{0,5}");

  private static final Pattern AT_MOST =
      Pattern.compile("(?i)^\\W*(?:up to|bis zu|max|jusqu)\\b.*");

  private static final Pattern AT_LEAST = Pattern.compile("(?i)^\\W*(?:from|ab|min|starting)\\b.*");

  /// What `node` states; numbers as they are.
  ///
  /// @param byHour whether `15.123` has decimals rather than thousands
  static StatedPay of(JsonNode node, boolean byHour) {
    if (node.isNumber()) {
      return exactly(node.decimalValue());
    }
    String text = node.isString() ? Texts.fold(node.asString("")) : "";
    return text.length() > MAX_TEXT ? NONE : read(text, byHour);
  }

  private static StatedPay read(String text, boolean byHour) {
    List<BigDecimal> amounts = new ArrayList<>();
    List<Boolean> thousands = new ArrayList<>();
    int end = 0;
    String between = "";
    Matcher found = AMOUNT.matcher(text);
    while (found.find()) {
      between = text.substring(end, found.start());
      end = found.end();
      boolean k = found.group("k") != null;
      String digits = k ? found.group().replaceFirst("\\s?\\p{L}+\\.?$", "") : found.group();
      amounts.add(number(digits, byHour));
      thousands.add(k);
    }
    if (amounts.size() == 1) {
      BigDecimal only = scaled(amounts.getFirst(), thousands.getFirst());
      return bounded(text, exactly(only));
    }
    if (amounts.size() != 2 || !RANGE.matcher(between).matches()) {
      return NONE;
    }
    BigDecimal high = scaled(amounts.get(1), thousands.get(1));
    boolean shared = thousands.get(1) && amounts.get(0).compareTo(THOUSAND) < 0;
    BigDecimal low = scaled(amounts.get(0), thousands.get(0) || shared);
    return low.compareTo(high) > 0 ? NONE : new StatedPay(exactly(low).min, exactly(high).max);
  }

  private static StatedPay bounded(String text, StatedPay pay) {
    return new StatedPay(
        AT_MOST.matcher(text).matches() ? Optional.empty() : pay.min,
        AT_LEAST.matcher(text).matches() ? Optional.empty() : pay.max);
  }

  private static BigDecimal scaled(BigDecimal amount, boolean thousands) {
    return thousands ? amount.multiply(THOUSAND) : amount;
  }

  private static StatedPay exactly(BigDecimal amount) {
    if (amount.signum() <= 0 || amount.compareTo(LARGEST) >= 0) {
      return NONE;
    }
    BigDecimal plain = amount.stripTrailingZeros();
    int decimals = Math.clamp(plain.scale(), 0, MAX_DECIMALS);
    Optional<BigDecimal> value = Optional.of(plain.setScale(decimals, RoundingMode.HALF_UP));
    return new StatedPay(value, value);
  }

  /// The last of points and commas parts decimals, unless three digits follow it or it stands more
  /// than once.
  private static BigDecimal number(String written, boolean byHour) {
    if (written.matches("\\d+(?:\\.\\d+)?[eE]\\+?\\d{1,2}")) {
      return new BigDecimal(written);
    }
    String digits = written.replaceAll("[eE].*", "").replaceAll("['’ ]", "");
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (last < 0) {
      return new BigDecimal(digits);
    }
    char mark = digits.charAt(last);
    boolean single = digits.indexOf(mark) == last;
    boolean mixed = digits.indexOf(mark == '.' ? ',' : '.') >= 0;
    boolean three = digits.length() - last - 1 == 3;
    boolean decimals = single && (mixed || !three || (byHour && mark == '.'));
    String whole = digits.substring(0, last).replaceAll("[.,]", "");
    String rest = digits.substring(last + 1);
    return new BigDecimal(decimals ? whole + "." + rest : whole + rest);
  }
}

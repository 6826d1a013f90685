package dev.civicwire.index.query;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.index.search.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the bounds of `field:>60k`, `field:50k..80k`, `field:<14d`.
final class Bounds {
  private static final Pattern AMOUNT =
      Pattern.compile("[£€$]?(\\d{1,12}(?:\\.\\d{1,4})?)(k|m|bn|b)?");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})(d|w|m|y)");
  private static final Pattern SIDES = Pattern.compile("(.*?)(?:\\.\\.|\u2026|\u2013)(.*)");

  private Bounds() {}

  static Optional<Range<Long>> amounts(String text) {
    String plain = text.replace(",", "").toLowerCase(Locale.ROOT);
    Matcher sides = SIDES.matcher(plain);
    if (sides.matches()) {
      Optional<Long> from = amount(sides.group(1));
      Optional<Long> to = amount(sides.group(2));
      boolean read = isRead(sides.group(1), from) && isRead(sides.group(2), to);
      return read ? Optional.of(new Range<>(from, to)).filter(r -> !r.isAny()) : Optional.empty();
    }
    return switch (sign(plain)) {
      case ">=" -> amount(plain.substring(2)).map(Range::from);
      case "<=" -> amount(plain.substring(2)).map(Range::upTo);
      case ">" -> amount(plain.substring(1)).map(a -> Range.from(a + 1));
      case "<" -> amount(plain.substring(1)).map(a -> Range.upTo(a - 1));
      default -> amount(plain).map(a -> Range.between(a, a));
    };
  }

  private static Optional<Long> amount(String text) {
    Matcher m = AMOUNT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String unit = m.group(2) == null ? "" : m.group(2);
    int zeros =
        switch (unit) {
          case "k" -> 3;
          case "m" -> 6;
          case "bn", "b" -> 9;
          default -> 0;
        };
    return Optional.of(new BigDecimal(m.group(1)).scaleByPowerOfTen(zeros).longValue());
  }

  static Optional<Range<LocalDate>> days(String text, LocalDate today, DateField field) {
    Matcher sides = SIDES.matcher(text);
    if (sides.matches()) {
      Optional<LocalDate> from = PartialDate.parse(sides.group(1)).flatMap(PartialDate::first);
      Optional<LocalDate> to = PartialDate.parse(sides.group(2)).flatMap(PartialDate::last);
      boolean read = isRead(sides.group(1), from) && isRead(sides.group(2), to);
      return read ? Optional.of(new Range<>(from, to)).filter(r -> !r.isAny()) : Optional.empty();
    }
    String sign = sign(text);
    String value = text.substring(sign.length());
    return relative(sign, value, today, field).or(() -> absolute(sign, value));
  }

  private static Optional<Range<LocalDate>> absolute(String sign, String value) {
    Optional<PartialDate> date = PartialDate.parse(value);
    Optional<LocalDate> first = date.flatMap(PartialDate::first);
    Optional<LocalDate> last = date.flatMap(PartialDate::last);
    return switch (sign) {
      case ">=" -> first.map(Range::from);
      case "<=" -> last.map(Range::upTo);
      case ">" -> last.map(d -> Range.from(d.plusDays(1)));
      case "<" -> first.map(d -> Range.upTo(d.minusDays(1)));
      default -> first.flatMap(f -> last.map(l -> Range.between(f, l)));
    };
  }

  /// `deadline:<14d` closes within 14 days, today included; `published:<14d` is at most 14 days
  /// old.
  private static Optional<Range<LocalDate>> relative(
      String sign, String value, LocalDate today, DateField field) {
    Matcher m = DAYS.matcher(value.toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return Optional.empty();
    }
    int n = Integer.parseInt(m.group(1));
    int direction = field == DateField.DEADLINE ? 1 : -1;
    LocalDate edge =
        switch (m.group(2)) {
          case "d" -> today.plusDays((long) direction * n);
          case "w" -> today.plusWeeks((long) direction * n);
          case "m" -> today.plusMonths((long) direction * n);
          default -> today.plusYears((long) direction * n);
        };
    if (sign.startsWith(">")) {
      return Optional.of(direction > 0 ? Range.from(edge) : Range.upTo(edge));
    }
    return Optional.of(Range.between(today, edge));
  }

  private static boolean isRead(String text, Optional<?> value) {
    return text.isEmpty() || value.isPresent();
  }

  private static String sign(String text) {
    if (text.startsWith(">=") || text.startsWith("<=")) {
      return text.substring(0, 2);
    }
    return text.startsWith(">") || text.startsWith("<") ? text.substring(0, 1) : "";
  }
}

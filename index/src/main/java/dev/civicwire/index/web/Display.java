package dev.civicwire.index.web;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.index.search.Pay;
import dev.civicwire.index.search.PublicMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Values as British readers write them.
final class Display {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH_DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  private Display() {}

  static String pay(Pay pay) {
    return range(pay.min(), pay.max(), pay.currency()) + period(pay.period());
  }

  /// `£60,000 to £70,000`, `from £60,000`, `up to £70,000`.
  static String range(Optional<BigDecimal> min, Optional<BigDecimal> max, String currency) {
    if (min.isPresent() && max.isPresent()) {
      boolean same = min.get().compareTo(max.get()) == 0;
      String upper = amount(max.get(), currency);
      return same ? upper : amount(min.get(), currency) + " to " + upper;
    }
    return min.map(m -> "from " + amount(m, currency))
        .or(() -> max.map(m -> "up to " + amount(m, currency)))
        .orElse("not stated");
  }

  static String period(PayPeriod period) {
    return switch (period) {
      case YEAR -> " a year";
      case MONTH -> " a month";
      case FORTNIGHT -> " a fortnight";
      case WEEK -> " a week";
      case DAY -> " a day";
      case HOUR -> " an hour";
    };
  }

  static String money(PublicMoney money) {
    return brief(money.amount(), money.currency()) + per(money.period());
  }

  /// ` a year`, ` over 3 years`; nothing for a total.
  static String per(String period) {
    return switch (period) {
      case "annual" -> " a year";
      case "monthly" -> " a month";
      case "weekly" -> " a week";
      case "daily" -> " a day";
      case "total", "" -> "";
      default -> " over " + period.replace('-', ' ') + (period.startsWith("1-") ? "" : "s");
    };
  }

  static String amount(BigDecimal amount, String currency) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    DecimalFormat format =
        new DecimalFormat(
            whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK));
    return symbol(currency) + format.format(amount);
  }

  /// `£1.2bn`, `£430m`, `£80,000`.
  static String brief(BigDecimal amount, String currency) {
    if (amount.compareTo(BigDecimal.valueOf(1_000_000_000)) >= 0) {
      return symbol(currency) + scaled(amount, 9) + "bn";
    }
    if (amount.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
      return symbol(currency) + scaled(amount, 6) + "m";
    }
    return amount(amount, currency);
  }

  private static String scaled(BigDecimal amount, int digits) {
    return amount
        .movePointLeft(digits)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String symbol(String currency) {
    return switch (currency) {
      case "GBP" -> "£";
      case "EUR" -> "€";
      case "USD" -> "$";
      default -> currency + " ";
    };
  }

  static String date(PartialDate date) {
    String value = date.value();
    Optional<LocalDate> first = date.first();
    if (value.startsWith("--")) {
      return value.length() > 4 ? MONTH_DAY.format(MonthDay.parse(value)) : monthName(value);
    }
    if (first.isEmpty() || value.length() == 4 || value.indexOf('/') >= 0) {
      return value;
    }
    if (value.length() == 7) {
      return MONTH.format(YearMonth.from(first.get()));
    }
    boolean midnight = value.length() < 16 || value.startsWith("00:00", 11);
    return DAY.format(first.get()) + (midnight ? "" : ", " + value.substring(11, 16));
  }

  private static String monthName(String value) {
    int month = Integer.parseInt(value.substring(2));
    return java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, Locale.UK);
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String month(String value) {
    return PartialDate.parse(value).map(Display::date).orElse(value);
  }

  /// `closes today`, `closes in 5 days`, `closed`; nothing where it is more than a month away.
  static Optional<String> closing(PartialDate date, LocalDate today) {
    return date.last()
        .flatMap(
            last -> {
              long days = ChronoUnit.DAYS.between(today, last);
              if (days < 0) {
                return Optional.of("closed");
              }
              if (days > 31) {
                return Optional.empty();
              }
              return Optional.of(
                  days == 0
                      ? "closes today"
                      : days == 1 ? "closes tomorrow" : "closes in " + days + " days");
            });
  }

  /// `95 %`.
  static String share(double confidence) {
    return Math.round(confidence * 100) + " %";
  }

  /// `Programme delivery` of `PROGRAMME_DELIVERY`.
  static String words(Enum<?> constant) {
    String text = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return capital(text).replace(" it", " IT").replaceFirst("^Ai$", "AI");
  }

  static String topic(String value) {
    return capital(value.replace('-', ' ')).replaceFirst(" it$", " IT").replaceFirst("^Ai$", "AI");
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// A publisher's address that may stand in a link, empty where it is no web address.
  static Optional<String> webAddress(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("https://") || lower.startsWith("http://");
    return web ? Optional.of(url) : Optional.empty();
  }
}

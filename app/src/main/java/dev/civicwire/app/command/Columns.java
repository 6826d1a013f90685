package dev.civicwire.app.command;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.index.search.Hit;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Records as people read them on a terminal.
final class Columns {
  private static final int ORGANISATION = 38;
  private static final int ROLE = 44;
  private static final int PAY = 26;

  private Columns() {}

  /// A table of vacancies: organisation, role, pay, deadline.
  static void vacancies(List<Vacancy> vacancies, PrintWriter out) {
    String row = "%-" + ORGANISATION + "s  %-" + ROLE + "s  %-" + PAY + "s  %s%n";
    out.printf(row, "ORGANISATION", "ROLE", "PAY", "DEADLINE");
    for (Vacancy vacancy : vacancies) {
      out.printf(
          row,
          cut(vacancy.organisation().orElse("-"), ORGANISATION),
          cut(vacancy.role(), ROLE),
          cut(pay(vacancy), PAY),
          vacancy.deadline().map(PartialDate::value).orElse("-"));
    }
  }

  /// One line on a hit: who seeks whom, for how much, until when.
  static String summary(Hit hit) {
    return Stream.of(
            hit.summary().published().map(PartialDate::value),
            Optional.of(hit.summary().source()),
            hit.summary().organisation(),
            hit.summary().role(),
            hit.summary()
                .pay()
                .map(p -> pay(p.min(), p.max(), p.currency(), p.period(), p.implied())),
            hit.summary().deadline().map(d -> "until " + d.value()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static String pay(Vacancy vacancy) {
    if (vacancy.salaryMin().isEmpty() && vacancy.salaryMax().isEmpty()) {
      return vacancy.grade().orElse("-");
    }
    return pay(
        vacancy.salaryMin(),
        vacancy.salaryMax(),
        vacancy.currency().orElse("GBP"),
        vacancy.period().orElse(PayPeriod.YEAR),
        vacancy.payImplied());
  }

  private static String pay(
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      String currency,
      PayPeriod period,
      boolean implied) {
    String sign =
        switch (currency) {
          case "GBP" -> "£";
          case "EUR" -> "€";
          case "USD" -> "$";
          default -> currency + " ";
        };
    String range;
    if (min.isPresent() && max.isPresent()) {
      range =
          min.get().compareTo(max.get()) == 0
              ? sign + amount(min.get())
              : sign + amount(min.get()) + "–" + sign + amount(max.get());
    } else {
      range =
          max.map(m -> "up to " + sign + amount(m))
              .orElseGet(() -> min.map(m -> "from " + sign + amount(m)).orElse("-"));
    }
    String unit = period == PayPeriod.YEAR ? "" : " a " + period.name().toLowerCase(Locale.ROOT);
    return range + unit + (implied ? " (by grade)" : "");
  }

  private static String amount(BigDecimal value) {
    return String.format(
        Locale.UK, value.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", value);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}

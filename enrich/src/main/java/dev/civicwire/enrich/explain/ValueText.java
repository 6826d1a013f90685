package dev.civicwire.enrich.explain;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.contract.Headcount;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.Quotation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.Value;
import java.math.BigDecimal;
import java.util.Locale;

/// A value in words: its type as the tagged article names it, and what it says.
///
/// @param type name of the tagged article's field, such as `salaries`
/// @param text what the value says, without its evidence
record ValueText(String type, String text) {
  static ValueText of(Value value) {
    return switch (value) {
      case RoleValue v ->
          new ValueText(
              "roles",
              v.title() + ", " + named(v.status()) + v.holder().map(h -> ", " + h).orElse(""));
      case Salary v -> new ValueText(v.implied() ? "implied_salaries" : "salaries", salary(v));
      case Budget v ->
          new ValueText(
              "budgets",
              v.amountMin().map(min -> number(min) + " to ").orElse("")
                  + "%s %s, %s, %s"
                      .formatted(number(v.amount()), v.currency(), named(v.kind()), v.period()));
      case OtherMoney v -> new ValueText("other_money", number(v.amount()) + " " + v.currency());
      case Deadline v ->
          new ValueText(
              "deadlines",
              v.date().value() + v.time().map(t -> " " + t).orElse("") + ", " + named(v.kind()));
      case Event v -> new ValueText("events", v.date().value() + ", " + named(v.kind()));
      case Headcount v ->
          new ValueText(
              "headcounts",
              v.countMin().map(min -> min + " to ").orElse("") + v.count() + " " + v.of());
      case Organisation v ->
          new ValueText(
              "organisations",
              v.name() + ", " + named(v.kind()) + v.identifier().map(i -> ", " + i).orElse(""));
      case Person v -> new ValueText("people", v.name() + v.post().map(p -> ", " + p).orElse(""));
      case Place v ->
          new ValueText("locations", v.name() + v.identifier().map(i -> ", " + i).orElse(""));
      case Quotation v ->
          new ValueText(
              "quotations",
              "%s (\"%s\" at %d-%d): %s"
                  .formatted(
                      v.speaker() + v.post().map(p -> ", " + p).orElse(""),
                      v.speakerAt().surface().replaceAll("\\s+", " "),
                      v.speakerAt().start(),
                      v.speakerAt().end(),
                      v.evidence().surface().replaceAll("\\s+", " ")));
    };
  }

  private static String salary(Salary salary) {
    String low = salary.min().map(ValueText::number).orElse("");
    String high = salary.max().map(ValueText::number).orElse("");
    String amount =
        switch (salary.qualifier()) {
          case RANGE -> low + " to " + high;
          case UP_TO -> "up to " + high;
          case FROM -> "from " + low;
          case CIRCA -> "about " + low;
          case EXACT -> low;
        };
    return "%s %s a %s%s"
        .formatted(
            amount,
            salary.currency(),
            named(salary.period()),
            salary.grade().map(g -> ", " + g).orElse(""));
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  private static String named(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

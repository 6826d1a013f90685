package dev.civicwire.index.web;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A value in words: what it is, and what more is known of it.
record ValueText(String text, String more) {
  static ValueText of(Value value) {
    return switch (value) {
      case RoleValue r -> role(r);
      case Salary s -> salary(s);
      case Deadline d ->
          new ValueText(
              Display.date(d.date()) + d.time().map(t -> ", " + t).orElse(""), lower(d.kind()));
      case Budget b -> budget(b);
      case Organisation o ->
          new ValueText(
              o.name(), join(List.of(o.acronym(), Optional.of(lower(o.kind())), o.identifier())));
      case Person p -> new ValueText(p.name(), p.post().orElse(""));
      case Place p -> new ValueText(p.name(), p.identifier().orElse(""));
      case Event e -> new ValueText(Display.date(e.date()), lower(e.kind()));
      case Headcount h -> headcount(h);
      case Quotation q ->
          new ValueText(
              q.speaker(),
              join(List.of(q.post(), q.organisation().filter(o -> !o.equals(q.speaker())))));
      case OtherMoney m -> new ValueText(Display.amount(m.amount(), m.currency()), "");
    };
  }

  private static ValueText role(RoleValue r) {
    return new ValueText(
        Display.capital(r.title()),
        join(List.of(Optional.of(lower(r.status())), r.holder(), r.organisation())));
  }

  private static ValueText salary(Salary s) {
    Optional<String> implied =
        s.implied() ? Optional.of("looked up from the grade") : Optional.empty();
    return new ValueText(
        Display.range(s.min(), s.max(), s.currency()) + Display.period(s.period()),
        join(List.of(s.grade(), implied)));
  }

  private static ValueText budget(Budget b) {
    String amount =
        b.amountMin().map(m -> Display.brief(m, b.currency()) + " to ").orElse("")
            + Display.brief(b.amount(), b.currency());
    return new ValueText(amount + Display.per(b.period()), lower(b.kind()));
  }

  private static ValueText headcount(Headcount h) {
    String count =
        h.countMin().map(m -> "%,d to ".formatted(m)).orElse("") + "%,d".formatted(h.count());
    return new ValueText(count, h.of());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String join(List<Optional<String>> parts) {
    return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
  }
}

package dev.civicwire.index.web;

import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.Vacancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A vacancy as a table of fields.
record VacancyView(Vacancy vacancy, LocalDate today) {
  /// A field, what it says, and what of the text bears it out.
  record Row(String name, String value, String evidence) {}

  String title() {
    return Display.capital(vacancy.role());
  }

  String confidence() {
    return Display.share(vacancy.confidence());
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    add(rows, "Role", Optional.of(title()), "role");
    add(rows, "Organisation", vacancy.organisation(), "organisation");
    add(rows, "Pay", pay(), "salary_max", "salary_min", "salary");
    add(rows, "Grade", vacancy.grade(), "grade");
    add(rows, "Closing date", deadline(), "deadline");
    add(rows, "Place of work", list(vacancy.location()), "location");
    add(rows, "Working pattern", list(vacancy.workingPattern()), "working_pattern");
    add(rows, "Reports to", vacancy.reportsTo().map(Display::capital), "reports_to");
    add(rows, "Recruiter", vacancy.recruiter(), "recruiter");
    add(rows, "Contact", vacancy.contact(), "contact");
    add(rows, "Status", Optional.of(Display.words(vacancy.status())), "status");
    return rows;
  }

  /// Names of the fields in which the page's data and its prose disagree.
  Optional<String> conflicts() {
    return list(vacancy.conflicts()).map(c -> c.replace('_', ' '));
  }

  private Optional<String> pay() {
    if (vacancy.salaryMin().isEmpty() && vacancy.salaryMax().isEmpty()) {
      return Optional.empty();
    }
    String amount =
        Display.range(vacancy.salaryMin(), vacancy.salaryMax(), vacancy.currency().orElse(""));
    String period = Display.period(vacancy.period().orElse(PayPeriod.YEAR));
    return Optional.of(
        amount + period + (vacancy.payImplied() ? " (looked up from the grade)" : ""));
  }

  private Optional<String> deadline() {
    return vacancy
        .deadline()
        .map(d -> Display.date(d) + Display.closing(d, today).map(c -> " (" + c + ")").orElse(""));
  }

  private static Optional<String> list(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  private void add(List<Row> rows, String name, Optional<String> value, String... fields) {
    value.ifPresent(v -> rows.add(new Row(name, v, evidence(List.of(fields)))));
  }

  private String evidence(List<String> fields) {
    return vacancy.evidence().stream()
        .filter(e -> fields.contains(e.field()))
        .findFirst()
        .map(FieldEvidence::surface)
        .orElseGet(() -> isOfPage(fields) ? "the page's own data" : "");
  }

  private boolean isOfPage(List<String> fields) {
    return vacancy.page().filter(p -> p.fields().stream().anyMatch(fields::contains)).isPresent();
  }
}

package dev.civicwire.enrich.explain;

import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.MoneyRow;
import dev.civicwire.contract.Move;
import dev.civicwire.contract.PageSource;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Vacancy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The records of an article in words, each with the place behind every field.
final class RecordLines {
  private RecordLines() {}

  static List<String> of(TaggedArticle tagged) {
    List<String> lines = new ArrayList<>();
    for (Vacancy vacancy : tagged.vacancies()) {
      add(lines, "Vacancy", vacancy(vacancy), vacancy.confidence(), vacancy.evidence());
      vacancy.page().ifPresent(page -> lines.addAll(page(page)));
    }
    for (Move move : tagged.appointments()) {
      add(lines, "Appointment", move(move), move.confidence(), move.evidence());
    }
    for (Move move : tagged.departures()) {
      add(lines, "Departure", move(move), move.confidence(), move.evidence());
    }
    for (MoneyRow row : tagged.money()) {
      add(lines, "Money", money(row), row.confidence(), row.evidence());
    }
    return lines;
  }

  private static void add(
      List<String> lines, String name, String text, double sure, List<FieldEvidence> fields) {
    lines.add("");
    lines.add("%s: %s  (%.2f)".formatted(name, text, sure));
    for (FieldEvidence field : fields) {
      lines.add(
          "    %s at %d-%d \"%s\" (%.2f, %s)"
              .formatted(
                  field.field(),
                  field.start(),
                  field.end(),
                  field.surface().replaceAll("\\s+", " "),
                  field.confidence(),
                  field.annotator()));
    }
  }

  private static List<String> page(PageSource page) {
    List<String> lines = new ArrayList<>();
    String fields = String.join(", ", page.fields());
    if (!page.fields().isEmpty()) {
      lines.add("    from the page's JobPosting (%s): %s".formatted(page.from(), fields));
    }
    for (FieldEvidence field : page.overruled()) {
      lines.add(
          "    it wins over %s at %d-%d \"%s\""
              .formatted(
                  field.field(),
                  field.start(),
                  field.end(),
                  field.surface().replaceAll("\\s+", " ")));
    }
    return lines;
  }

  static String vacancy(Vacancy vacancy) {
    List<String> parts = new ArrayList<>();
    parts.add(vacancy.role());
    vacancy.organisation().ifPresent(body -> parts.add("at " + body));
    pay(vacancy).ifPresent(parts::add);
    vacancy.grade().ifPresent(grade -> parts.add("grade " + grade));
    vacancy.deadline().ifPresent(day -> parts.add("by " + day.value()));
    if (!vacancy.location().isEmpty()) {
      parts.add("in " + String.join(", ", vacancy.location()));
    }
    vacancy.reportsTo().ifPresent(boss -> parts.add("reports to " + boss));
    vacancy.recruiter().ifPresent(firm -> parts.add("through " + firm));
    parts.add(vacancy.status().name().toLowerCase(Locale.ROOT));
    return String.join("; ", parts);
  }

  private static Optional<String> pay(Vacancy vacancy) {
    String low = vacancy.salaryMin().map(BigDecimal::toPlainString).orElse("");
    String high = vacancy.salaryMax().map(BigDecimal::toPlainString).orElse("");
    if (low.isEmpty() && high.isEmpty()) {
      return Optional.empty();
    }
    String amount = low.equals(high) ? low : low + " to " + high;
    String implied = vacancy.payImplied() ? ", implied by the grade" : "";
    return Optional.of(amount.strip() + " " + vacancy.currency().orElse("") + implied);
  }

  static String move(Move move) {
    return move.person()
        + move.role().map(r -> "; " + r).orElse("")
        + move.organisation().map(o -> "; " + o).orElse("")
        + move.from().map(f -> "; from " + f.value()).orElse("");
  }

  static String money(MoneyRow row) {
    return "%s %s, %s, %s"
            .formatted(
                row.amount().toPlainString(),
                row.currency(),
                row.kind().name().toLowerCase(Locale.ROOT),
                row.period())
        + row.organisation().map(o -> "; of " + o).orElse("")
        + row.programme().map(p -> "; for " + p).orElse("");
  }
}

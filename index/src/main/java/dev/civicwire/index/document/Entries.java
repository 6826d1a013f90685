package dev.civicwire.index.document;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.index.document.ArticleDocument.BudgetEntry;
import dev.civicwire.index.document.ArticleDocument.DeadlineEntry;
import dev.civicwire.index.document.ArticleDocument.SalaryEntry;
import dev.civicwire.index.document.ArticleDocument.VacancyEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The nested parts of a document.
final class Entries {
  private final TaggedArticle tagged;

  Entries(TaggedArticle tagged) {
    this.tagged = tagged;
  }

  List<SalaryEntry> salaries() {
    Stream<SalaryEntry> named =
        tagged.salaries().stream()
            .flatMap(
                s ->
                    AmountRange.annual(s.min(), s.max(), s.period())
                        .map(a -> new SalaryEntry(a, a.lte(), s.currency()))
                        .stream());
    Stream<SalaryEntry> offered =
        tagged.vacancies().stream()
            .flatMap(
                v ->
                    annual(v)
                        .map(a -> new SalaryEntry(a, a.lte(), v.currency().orElse("")))
                        .filter(s -> !s.currency().isEmpty())
                        .stream());
    return Stream.concat(named, offered).distinct().toList();
  }

  List<DeadlineEntry> deadlines() {
    Stream<DeadlineEntry> named =
        tagged.deadlines().stream()
            .flatMap(d -> d.date().last().map(l -> new DeadlineEntry(l, d.kind())).stream());
    Stream<DeadlineEntry> closing =
        tagged.vacancies().stream()
            .flatMap(v -> v.deadline().flatMap(PartialDate::last).stream())
            .map(l -> new DeadlineEntry(l, Deadline.Kind.APPLICATION));
    return Stream.concat(named, closing).distinct().toList();
  }

  List<VacancyEntry> vacancies() {
    return tagged.vacancies().stream()
        .map(
            v ->
                new VacancyEntry(
                    v.organisation(),
                    v.role(),
                    v.status(),
                    v.deadline().flatMap(PartialDate::last),
                    annual(v),
                    v.currency()))
        .toList();
  }

  List<BudgetEntry> budgets() {
    return tagged.budgets().stream()
        .flatMap(
            b ->
                AmountRange.of(b.amountMin(), b.amount())
                    .map(
                        a ->
                            new BudgetEntry(
                                a, b.currency(), b.kind().name().toLowerCase(Locale.ROOT)))
                    .stream())
        .distinct()
        .toList();
  }

  private static Optional<AmountRange> annual(Vacancy vacancy) {
    return AmountRange.annual(
        vacancy.salaryMin(), vacancy.salaryMax(), vacancy.period().orElse(PayPeriod.YEAR));
  }
}

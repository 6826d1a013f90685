package dev.civicwire.index.document;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Budget;
import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.MoneyRow;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.index.search.Pay;
import dev.civicwire.index.search.PublicMoney;
import dev.civicwire.index.search.Summary;
import java.util.Comparator;
import java.util.Optional;

/// Chooses what a list shows of an article: the main vacancy's fields, or else the first of each
/// kind.
final class Summaries {
  private Summaries() {}

  static Summary of(TaggedArticle tagged) {
    Article article = tagged.article();
    Optional<Vacancy> main = main(tagged);
    return new Summary(
        article.source(),
        article.site(),
        article.published(),
        main.flatMap(Vacancy::organisation).or(() -> organisation(tagged)),
        main.map(Vacancy::role).or(() -> tagged.roles().stream().findFirst().map(RoleValue::title)),
        main.flatMap(Summaries::pay).or(() -> salary(tagged)),
        main.flatMap(Vacancy::deadline).or(() -> deadline(tagged)),
        main.map(Vacancy::status),
        tagged.vacancies().size(),
        money(tagged),
        tagged.topics(),
        tagged.relevance(),
        article.aiGenerated());
  }

  private static Optional<Vacancy> main(TaggedArticle tagged) {
    return tagged.vacancy().or(() -> tagged.vacancies().stream().findFirst());
  }

  private static Optional<String> organisation(TaggedArticle tagged) {
    return tagged.money().stream()
        .flatMap(m -> m.organisation().stream())
        .findFirst()
        .or(
            () ->
                tagged.organisations().stream()
                    .filter(o -> o.kind() == Organisation.Kind.PUBLIC)
                    .findFirst()
                    .map(Organisation::name));
  }

  private static Optional<Pay> pay(Vacancy v) {
    boolean paid = v.salaryMin().isPresent() || v.salaryMax().isPresent();
    return v.currency()
        .filter(c -> paid)
        .map(
            c ->
                new Pay(
                    v.salaryMin(),
                    v.salaryMax(),
                    c,
                    v.period().orElse(PayPeriod.YEAR),
                    v.grade(),
                    v.payImplied()));
  }

  private static Optional<Pay> salary(TaggedArticle tagged) {
    return tagged.salaries().stream()
        .findFirst()
        .map(s -> new Pay(s.min(), s.max(), s.currency(), s.period(), s.grade(), s.implied()));
  }

  private static Optional<PartialDate> deadline(TaggedArticle tagged) {
    return tagged.deadlines().stream()
        .filter(d -> d.kind() == Deadline.Kind.APPLICATION || d.kind() == Deadline.Kind.TENDER)
        .findFirst()
        .map(Deadline::date);
  }

  private static Optional<PublicMoney> money(TaggedArticle tagged) {
    return tagged.money().stream()
        .max(Comparator.comparing(MoneyRow::amount))
        .map(m -> new PublicMoney(m.amount(), m.currency(), m.period(), m.kind()))
        .or(
            () ->
                tagged.budgets().stream()
                    .max(Comparator.comparing(Budget::amount))
                    .map(b -> new PublicMoney(b.amount(), b.currency(), b.period(), b.kind())));
  }
}

package dev.civicwire.index.document;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Topic;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.index.search.Summary;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What of an article can be searched, filtered, counted and sorted; the mapping `articles.json`
/// names the same fields.
///
/// @param deleted true in the marker that a takedown leaves
/// @param organisation public bodies, and whoever seeks to fill a post
/// @param otherOrganisation companies and others
/// @param acronym of the organisations, as the article gives them
/// @param published first day meant
/// @param month of publication `2026-09`, absent where only the year is known
/// @param summary for lists
/// @param tagged the whole record without its text, which is `body`
public record ArticleDocument(
    String id,
    boolean deleted,
    String url,
    String title,
    Optional<String> standfirst,
    String body,
    String source,
    Optional<String> site,
    List<String> organisation,
    List<String> otherOrganisation,
    List<String> acronym,
    List<String> role,
    List<String> person,
    List<String> location,
    List<Topic> topic,
    Relevance relevance,
    Optional<String> language,
    Optional<LocalDate> published,
    Optional<YearMonth> month,
    List<SalaryEntry> salaries,
    List<DeadlineEntry> deadlines,
    List<VacancyEntry> vacancies,
    List<BudgetEntry> budgets,
    Summary summary,
    TaggedArticle tagged) {

  /// Annual pay.
  public record SalaryEntry(AmountRange annual, long max, String currency) {}

  /// A deadline's last day.
  public record DeadlineEntry(LocalDate date, Deadline.Kind kind) {}

  /// A post sought.
  public record VacancyEntry(
      Optional<String> organisation,
      String role,
      Vacancy.Status status,
      Optional<LocalDate> deadline,
      Optional<AmountRange> annual,
      Optional<String> currency) {}

  /// Public money in whole units.
  public record BudgetEntry(AmountRange amount, String currency, String kind) {}

  /// The document of a tagged article.
  public static ArticleDocument of(TaggedArticle tagged) {
    Article article = tagged.article();
    Entries entries = new Entries(tagged);
    return new ArticleDocument(
        tagged.id(),
        false,
        tagged.url(),
        article.title(),
        article.standfirst(),
        article.text(),
        article.source(),
        article.site(),
        organisations(tagged),
        tagged.organisations().stream()
            .filter(o -> o.kind() != Organisation.Kind.PUBLIC)
            .map(Organisation::name)
            .distinct()
            .toList(),
        tagged.organisations().stream().flatMap(o -> o.acronym().stream()).distinct().toList(),
        roles(tagged),
        tagged.people().stream().map(Person::name).distinct().toList(),
        tagged.locations().stream().map(Place::name).distinct().toList(),
        tagged.topics(),
        tagged.relevance(),
        tagged.language().or(article::language),
        article.published().flatMap(PartialDate::first),
        article.published().flatMap(ArticleDocument::month),
        entries.salaries(),
        entries.deadlines(),
        entries.vacancies(),
        entries.budgets(),
        Summaries.of(tagged),
        tagged);
  }

  private static List<String> organisations(TaggedArticle tagged) {
    Stream<String> bodies =
        tagged.organisations().stream()
            .filter(o -> o.kind() == Organisation.Kind.PUBLIC)
            .map(Organisation::name);
    Stream<String> employers = tagged.vacancies().stream().flatMap(v -> v.organisation().stream());
    return Stream.concat(bodies, employers).distinct().toList();
  }

  private static List<String> roles(TaggedArticle tagged) {
    Stream<String> named = tagged.roles().stream().map(RoleValue::title);
    Stream<String> sought = tagged.vacancies().stream().map(Vacancy::role);
    return Stream.concat(named, sought).distinct().toList();
  }

  private static Optional<YearMonth> month(PartialDate date) {
    boolean known = date.value().length() >= 7 && date.value().charAt(4) == '-';
    return known ? date.first().map(YearMonth::from) : Optional.empty();
  }
}

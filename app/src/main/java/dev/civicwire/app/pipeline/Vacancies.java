package dev.civicwire.app.pipeline;

import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.index.search.ArticleSearch;
import dev.civicwire.index.search.Hit;
import dev.civicwire.index.search.SearchPage;
import dev.civicwire.index.search.SearchQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The vacancies of everything that is indexed, for the demo's table.
public final class Vacancies {
  private static final int MOST_PAGES = 20;

  private Vacancies() {}

  /// All vacancies, by organisation and role.
  public static List<Vacancy> all(ArticleSearch search) {
    List<Vacancy> vacancies = new ArrayList<>();
    SearchQuery query = SearchQuery.of("").withSize(SearchQuery.MAX_SIZE);
    for (int page = 1; page <= MOST_PAGES; page++) {
      SearchPage found = search.search(query.withPage(page));
      for (Hit hit : found.hits()) {
        search.article(hit.id()).map(TaggedArticle::vacancies).ifPresent(vacancies::addAll);
      }
      if (page >= found.pages()) {
        break;
      }
    }
    vacancies.sort(
        Comparator.comparing((Vacancy v) -> v.organisation().orElse("~"))
            .thenComparing(Vacancy::role));
    return List.copyOf(vacancies);
  }
}

package dev.civicwire.index.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a researcher asks.
///
/// @param text of the query box, in the syntax that the page explains; anything may stand there
/// @param choices ticked facet values
/// @param pay annual pay in [#currency()], whole units; hourly to monthly pay is compared as annual
///     pay
/// @param currency ISO 4217 code of [#pay()] and of [Sort#PAY]
/// @param deadline any deadline of the article in these days
/// @param published first published in these days; undated articles have none
/// @param openOnly only articles with a vacancy that is open and whose deadline, where there is
///     one, has not passed
/// @param sort order of hits
/// @param page from 1
/// @param size hits a page, 1 to [#MAX_SIZE]
public record SearchQuery(
    String text,
    List<Choice> choices,
    Range<Long> pay,
    String currency,
    Range<LocalDate> deadline,
    Range<LocalDate> published,
    boolean openOnly,
    Sort sort,
    int page,
    int size) {
  /// Most hits a page.
  public static final int MAX_SIZE = 100;

  /// Hits that can be paged through; Elasticsearch's `index.max_result_window`.
  public static final int MAX_DEPTH = 10_000;

  /// Hits a page where nothing else is said.
  public static final int DEFAULT_SIZE = 20;

  public SearchQuery {
    choices = choices.stream().distinct().toList();
    size = Math.clamp(size, 1, MAX_SIZE);
    page = Math.clamp(page, 1, MAX_DEPTH / size);
  }

  /// A query of text alone.
  public static SearchQuery of(String text) {
    return new SearchQuery(
        text,
        List.of(),
        Range.any(),
        "GBP",
        Range.any(),
        Range.any(),
        false,
        Sort.RELEVANCE,
        1,
        DEFAULT_SIZE);
  }

  /// Number of the first hit on the page, from 0.
  public int offset() {
    return (page - 1) * size;
  }

  /// The ticked values of one facet.
  public List<String> chosen(FacetField facet) {
    return choices.stream().filter(c -> c.facet() == facet).map(Choice::value).toList();
  }

  /// True where nothing narrows the hits.
  public boolean isEverything() {
    return text.isBlank()
        && choices.isEmpty()
        && pay.isAny()
        && deadline.isAny()
        && published.isAny()
        && !openOnly;
  }

  /// The same with one more ticked value, from the first page.
  public SearchQuery with(FacetField facet, String value) {
    List<Choice> more =
        Stream.concat(choices.stream(), Stream.of(new Choice(facet, value))).toList();
    return withChoices(more);
  }

  /// The same without that ticked value, from the first page.
  public SearchQuery without(FacetField facet, String value) {
    List<Choice> fewer = new ArrayList<>(choices);
    fewer.remove(new Choice(facet, value));
    return withChoices(fewer);
  }

  private SearchQuery withChoices(List<Choice> chosen) {
    return new SearchQuery(
        text, chosen, pay, currency, deadline, published, openOnly, sort, 1, size);
  }

  /// The same with this text, from the first page.
  public SearchQuery withText(String other) {
    return new SearchQuery(
        other, choices, pay, currency, deadline, published, openOnly, sort, 1, size);
  }

  /// The same with this pay, from the first page.
  public SearchQuery withPay(Range<Long> range) {
    return new SearchQuery(
        text, choices, range, currency, deadline, published, openOnly, sort, 1, size);
  }

  /// The same with these deadlines, from the first page.
  public SearchQuery withDeadline(Range<LocalDate> range) {
    return new SearchQuery(text, choices, pay, currency, range, published, openOnly, sort, 1, size);
  }

  /// The same with these dates of publication, from the first page.
  public SearchQuery withPublished(Range<LocalDate> range) {
    return new SearchQuery(text, choices, pay, currency, deadline, range, openOnly, sort, 1, size);
  }

  /// The same for open vacancies only or for all, from the first page.
  public SearchQuery withOpenOnly(boolean only) {
    return new SearchQuery(text, choices, pay, currency, deadline, published, only, sort, 1, size);
  }

  /// The same in this order, from the first page.
  public SearchQuery withSort(Sort order) {
    return new SearchQuery(
        text, choices, pay, currency, deadline, published, openOnly, order, 1, size);
  }

  /// Another page of the same.
  public SearchQuery withPage(int number) {
    return new SearchQuery(
        text, choices, pay, currency, deadline, published, openOnly, sort, number, size);
  }

  /// The same with so many hits a page.
  public SearchQuery withSize(int hits) {
    return new SearchQuery(
        text, choices, pay, currency, deadline, published, openOnly, sort, 1, hits);
  }
}

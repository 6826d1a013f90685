package dev.civicwire.index.web;

import dev.civicwire.index.search.Choice;
import dev.civicwire.index.search.Facet;
import dev.civicwire.index.search.FacetField;
import dev.civicwire.index.search.Range;
import dev.civicwire.index.search.SearchPage;
import dev.civicwire.index.search.SearchQuery;
import dev.civicwire.index.search.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the search page shows.
record SearchView(Parameters.Read read, SearchPage page, LocalDate today) {
  /// Values of a facet that show without a click.
  private static final int SHOWN = 6;

  SearchQuery query() {
    return read.query();
  }

  String title() {
    return query().text().isBlank() ? "Civicwire" : query().text() + " – Civicwire";
  }

  String count() {
    String number = "%,d".formatted(page.total());
    return number + (page.total() == 1 ? " article" : " articles");
  }

  List<String> notes() {
    return Stream.concat(read.notes().stream(), page.notes().stream()).toList();
  }

  List<HitView> hits() {
    return page.hits().stream().map(hit -> new HitView(hit, today)).toList();
  }

  List<FacetView> facets() {
    return page.facets().stream().map(f -> facet(f)).filter(f -> !f.isEmpty()).toList();
  }

  private static FacetView facet(Facet facet) {
    List<FacetView.Value> values = new ArrayList<>();
    for (int i = 0; i < facet.values().size(); i++) {
      Facet.Count c = facet.values().get(i);
      String id = facet.field().parameter() + "-" + i;
      values.add(
          new FacetView.Value(
              id,
              c.value(),
              label(facet.field(), c.value()),
              "%,d".formatted(c.count()),
              c.chosen()));
    }
    int shown = Math.min(SHOWN, values.size());
    return new FacetView(
        facet.field(), values.subList(0, shown), values.subList(shown, values.size()));
  }

  static String label(FacetField field, String value) {
    return switch (field) {
      case MONTH -> Display.month(value);
      case TOPIC -> Display.topic(value);
      case ROLE -> Display.capital(value);
      case ORGANISATION, SOURCE -> value;
    };
  }

  /// What narrows the search, each with the address of the search without it.
  List<Link> chips() {
    List<Link> chips = new ArrayList<>();
    for (Choice c : query().choices()) {
      SearchQuery without = query().without(c.facet(), c.value());
      chips.add(new Link(label(c.facet(), c.value()), Links.page(without)));
    }
    chip(
        chips,
        "Pay",
        query().pay().isAny() ? "" : pay(query().pay()),
        query().withPay(Range.any()));
    chip(chips, "Deadline", days(query().deadline()), query().withDeadline(Range.any()));
    chip(chips, "Published", days(query().published()), query().withPublished(Range.any()));
    if (query().openOnly()) {
      chips.add(new Link("Open vacancies", Links.page(query().withOpenOnly(false))));
    }
    return chips;
  }

  private static void chip(List<Link> chips, String name, String value, SearchQuery without) {
    if (!value.isEmpty()) {
      chips.add(new Link(name + ": " + value, Links.page(without)));
    }
  }

  private String pay(Range<Long> pay) {
    return Display.range(
        pay.from().map(java.math.BigDecimal::valueOf),
        pay.to().map(java.math.BigDecimal::valueOf),
        query().currency());
  }

  private static String days(Range<LocalDate> range) {
    if (range.isAny()) {
      return "";
    }
    String from = range.from().map(d -> "from " + Display.day(d) + " ").orElse("");
    return from + range.to().map(d -> "until " + Display.day(d)).orElse("").strip();
  }

  List<Option> sorts() {
    return Arrays.stream(Sort.values())
        .map(s -> new Option(s.parameter(), s.label(), s == query().sort()))
        .toList();
  }

  Optional<Link> previous() {
    return query().page() > 1 && page.pages() > 0
        ? Optional.of(
            new Link(
                "Previous",
                Links.page(query().withPage(Math.min(query().page() - 1, page.pages())))))
        : Optional.empty();
  }

  Optional<Link> next() {
    return query().page() < page.pages()
        ? Optional.of(new Link("Next", Links.page(query().withPage(query().page() + 1))))
        : Optional.empty();
  }

  String apiLink() {
    return Links.api(query());
  }

  List<Link> suggestions() {
    return page.suggestions().stream()
        .map(s -> new Link(s, Links.page(query().withText(s))))
        .toList();
  }

  /// Ways out of an empty answer.
  List<Link> wayOut() {
    List<Link> ways = new ArrayList<>();
    if (!query().text().isBlank() && !chips().isEmpty()) {
      SearchQuery textOnly = SearchQuery.of(query().text()).withSort(query().sort());
      ways.add(new Link("Search everything for this text", Links.page(textOnly)));
    }
    String[] words = query().text().strip().split("\\s+");
    boolean plain =
        query().text().codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ');
    if (plain && words.length > 1) {
      String any = Arrays.stream(words).collect(Collectors.joining(" OR "));
      ways.add(new Link("Articles with any of these words", Links.page(query().withText(any))));
    }
    ways.add(new Link("All articles", "/"));
    return ways;
  }

  /// Text and target of a link.
  record Link(String text, String href) {}

  /// One of several.
  record Option(String value, String label, boolean chosen) {}
}

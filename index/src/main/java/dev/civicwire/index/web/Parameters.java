package dev.civicwire.index.web;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.index.search.Choice;
import dev.civicwire.index.search.FacetField;
import dev.civicwire.index.search.Range;
import dev.civicwire.index.search.SearchQuery;
import dev.civicwire.index.search.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a query from the parameters of a URL. What cannot be read is left out, with a note.
final class Parameters {
  private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}");

  /// More ticked values than a person ticks.
  private static final int MAX_CHOICES = 50;

  private final Map<String, List<String>> values;
  private final List<String> notes = new ArrayList<>();

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /// A query and what of its parameters could not be read.
  record Read(SearchQuery query, List<String> notes) {}

  static Read read(Map<String, List<String>> values) {
    Parameters parameters = new Parameters(values);
    return new Read(parameters.query(), List.copyOf(parameters.notes));
  }

  private SearchQuery query() {
    return new SearchQuery(
        one("q").orElse(""),
        choices(),
        new Range<>(amount("pay_from"), amount("pay_to")),
        currency(),
        new Range<>(first("deadline_from"), last("deadline_to")),
        new Range<>(first("published_from"), last("published_to")),
        one("open").filter(v -> v.equals("1") || v.equals("true") || v.equals("on")).isPresent(),
        sort(),
        number("page", 1),
        number("size", SearchQuery.DEFAULT_SIZE));
  }

  private Optional<String> one(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .findFirst();
  }

  private List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (FacetField facet : FacetField.values()) {
      for (String value : values.getOrDefault(facet.parameter(), List.of())) {
        if (!value.isBlank()) {
          choices.add(new Choice(facet, value));
        }
      }
    }
    if (choices.size() > MAX_CHOICES) {
      notes.add("Only the first " + MAX_CHOICES + " ticked values were used.");
    }
    return choices.stream().limit(MAX_CHOICES).toList();
  }

  private Optional<Long> amount(String name) {
    Optional<String> text = one(name).map(v -> v.replaceAll("[£€$,\\s]", ""));
    Optional<Long> thousands =
        text.filter(v -> v.toLowerCase(Locale.ROOT).endsWith("k"))
            .map(v -> v.substring(0, v.length() - 1))
            .filter(v -> AMOUNT.matcher(v).matches())
            .map(v -> Long.parseLong(v) * 1000);
    return thousands.or(
        () -> {
          Optional<Long> plain = text.filter(v -> AMOUNT.matcher(v).matches()).map(Long::parseLong);
          if (plain.isEmpty()) {
            text.ifPresent(v -> unread(name, "an amount such as 60000 or 60k"));
          }
          return plain;
        });
  }

  private Optional<LocalDate> first(String name) {
    return date(name).flatMap(PartialDate::first);
  }

  private Optional<LocalDate> last(String name) {
    return date(name).flatMap(PartialDate::last);
  }

  private Optional<PartialDate> date(String name) {
    Optional<String> text = one(name);
    Optional<PartialDate> date = text.flatMap(PartialDate::parse);
    if (text.isPresent() && date.flatMap(PartialDate::first).isEmpty()) {
      unread(name, "a date such as 2026-09-30");
    }
    return date;
  }

  private Sort sort() {
    Optional<String> text = one("sort");
    Optional<Sort> sort = text.flatMap(Sort::ofParameter);
    if (text.isPresent() && sort.isEmpty()) {
      unread("sort", "relevance, newest, deadline or pay");
    }
    return sort.orElse(Sort.RELEVANCE);
  }

  private String currency() {
    return one("currency")
        .filter(v -> CURRENCY.matcher(v).matches())
        .map(v -> v.toUpperCase(Locale.ROOT))
        .orElse("GBP");
  }

  private int number(String name, int otherwise) {
    Optional<String> text = one(name);
    Optional<Integer> number =
        text.filter(v -> v.length() < 9 && AMOUNT.matcher(v).matches()).map(Integer::parseInt);
    if (text.isPresent() && number.isEmpty()) {
      unread(name, "a number");
    }
    return number.orElse(otherwise);
  }

  private void unread(String name, String expected) {
    notes.add("\u201c" + name + "\u201d is not " + expected + ": left out.");
  }
}

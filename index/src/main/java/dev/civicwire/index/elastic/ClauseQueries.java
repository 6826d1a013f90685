package dev.civicwire.index.elastic;

import static dev.civicwire.index.elastic.ElasticJson.array;
import static dev.civicwire.index.elastic.ElasticJson.object;

import dev.civicwire.index.query.AmountField;
import dev.civicwire.index.query.Clause;
import dev.civicwire.index.query.DateField;
import dev.civicwire.index.query.TextField;
import dev.civicwire.index.search.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Clauses of a query as queries of Elasticsearch. Only words a user typed reach the engine, and
/// only as values: no syntax of the engine can be typed.
final class ClauseQueries {
  /// Where words without a field are looked for, and what a match there is worth.
  private static final List<String> FIELDS =
      List.of(
          "title^3",
          "standfirst^2",
          "body",
          "organisation.words^2",
          "role.words^2",
          "other_organisation.words",
          "acronym",
          "person.words",
          "location.words");

  private final String currency;
  private final LocalDate today;

  ClauseQueries(String currency, LocalDate today) {
    this.currency = currency;
    this.today = today;
  }

  ObjectNode query(Clause clause) {
    return switch (clause) {
      case Clause.Words(String text) -> words(text);
      case Clause.Phrase(String text) -> match(text, "phrase", FIELDS);
      case Clause.Prefix(String start) -> prefix(start);
      case Clause.InField(TextField field, String text, boolean phrase) ->
          inField(field, text, phrase);
      case Clause.Amount(AmountField field, Range<Long> range) -> amount(field, range);
      case Clause.Day(DateField field, Range<LocalDate> range) -> day(field, range);
      case Clause.Open() -> open();
      case Clause.All(List<Clause> clauses) -> bool("must", clauses.stream().map(this::query));
      case Clause.Any(List<Clause> clauses) -> bool("should", clauses.stream().map(this::query));
      case Clause.Not(Clause not) -> bool("must_not", Stream.of(query(not)));
    };
  }

  /// All words, in whichever fields; better where they stand close together.
  private static ObjectNode words(String text) {
    ObjectNode all = match(text, "cross_fields", FIELDS);
    if (!text.contains(" ")) {
      return all;
    }
    ObjectNode close = match(text, "phrase", List.of("title^3", "body"));
    ((ObjectNode) close.path("multi_match")).put("slop", 3);
    return object("bool", object("must", array(all), "should", array(close)));
  }

  private static ObjectNode match(String text, String type, List<String> fields) {
    ObjectNode match = object("query", text, "type", type, "fields", array(fields));
    if (type.equals("cross_fields")) {
      match.put("operator", "and");
    }
    // A query of function words alone ("to be or") finds nothing rather than everything.
    match.put("zero_terms_query", "none");
    return object("multi_match", match);
  }

  private static ObjectNode prefix(String start) {
    String folded = start.toLowerCase(Locale.ROOT);
    return bool(
        "should",
        Stream.of("title", "standfirst", "spelling", "organisation.words", "role.words")
            .map(field -> object("prefix", object(field, object("value", folded)))));
  }

  private static ObjectNode inField(TextField field, String text, boolean phrase) {
    List<String> fields =
        switch (field) {
          case TITLE -> List.of("title");
          case ORGANISATION -> List.of("organisation.words", "other_organisation.words", "acronym");
          case ROLE -> List.of("role.words");
          case PERSON -> List.of("person.words");
          case PLACE -> List.of("location.words");
          case SOURCE -> List.of("source.words", "site.words");
          case TOPIC -> List.of("topic");
          case LANGUAGE -> List.of("language");
        };
    return switch (field) {
      case TOPIC, LANGUAGE -> object("term", object(fields.getFirst(), text));
      case TITLE, ORGANISATION, ROLE, PERSON, PLACE, SOURCE ->
          match(text, phrase ? "phrase" : "cross_fields", fields);
    };
  }

  ObjectNode amount(AmountField field, Range<Long> range) {
    String path =
        switch (field) {
          case PAY -> "salaries";
          case BUDGET -> "budgets";
        };
    String amount =
        switch (field) {
          case PAY -> "salaries.annual";
          case BUDGET -> "budgets.amount";
        };
    JsonNode both =
        array(
            object("range", object(amount, bounds(range))),
            object("term", object(path + ".currency", currency)));
    return nested(path, object("bool", object("filter", both)));
  }

  ObjectNode day(DateField field, Range<LocalDate> range) {
    return switch (field) {
      case PUBLISHED -> object("range", object("published", bounds(range)));
      case DEADLINE ->
          nested("deadlines", object("range", object("deadlines.date", bounds(range))));
    };
  }

  /// A vacancy of status open whose deadline has not passed; one that closes today is open.
  ObjectNode open() {
    ObjectNode isOpen = object("term", object("vacancies.status", "open"));
    ObjectNode past = object("range", object("vacancies.deadline", object("lt", today.toString())));
    return nested(
        "vacancies", object("bool", object("filter", array(isOpen), "must_not", array(past))));
  }

  private static ObjectNode bounds(Range<?> range) {
    ObjectNode node = object();
    range.from().ifPresent(from -> put(node, "gte", from));
    range.to().ifPresent(to -> put(node, "lte", to));
    return node;
  }

  private static void put(ObjectNode node, String bound, Object value) {
    if (value instanceof Long number) {
      node.put(bound, number);
    } else {
      node.put(bound, value.toString());
    }
  }

  private static ObjectNode nested(String path, ObjectNode query) {
    return object("nested", object("path", path, "query", query));
  }

  private static ObjectNode bool(String occurrence, Stream<ObjectNode> queries) {
    return object("bool", object(occurrence, array(queries.toList())));
  }
}

package dev.civicwire.index.query;

import dev.civicwire.index.search.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// A part of a query that matches or does not. `toString` gives the syntax that means it.
public sealed interface Clause {
  /// All these words, anywhere in the article.
  record Words(String text) implements Clause {
    @Override
    public String toString() {
      return text;
    }
  }

  /// These words side by side.
  record Phrase(String text) implements Clause {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /// Any word that starts so.
  record Prefix(String start) implements Clause {
    @Override
    public String toString() {
      return start + "*";
    }
  }

  /// Words in one field; side by side where they were quoted.
  record InField(TextField field, String text, boolean phrase) implements Clause {
    @Override
    public String toString() {
      return field.parameter() + ":" + (phrase || text.contains(" ") ? '"' + text + '"' : text);
    }
  }

  /// Annual pay or public money within bounds, in whole units of the query's currency.
  record Amount(AmountField field, Range<Long> range) implements Clause {
    @Override
    public String toString() {
      return field.parameter() + ":" + bounds(range);
    }
  }

  /// A date within days.
  record Day(DateField field, Range<LocalDate> range) implements Clause {
    @Override
    public String toString() {
      return field.parameter() + ":" + bounds(range);
    }
  }

  /// A vacancy that can still be applied for.
  record Open() implements Clause {
    @Override
    public String toString() {
      return "is:open";
    }
  }

  /// All of them.
  record All(List<Clause> clauses) implements Clause {
    public All {
      clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
      return clauses.stream()
          .map(c -> c instanceof Any ? "(" + c + ")" : c.toString())
          .collect(Collectors.joining(" AND "));
    }
  }

  /// At least one of them.
  record Any(List<Clause> clauses) implements Clause {
    public Any {
      clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
      return clauses.stream()
          .map(c -> c instanceof All ? "(" + c + ")" : c.toString())
          .collect(Collectors.joining(" OR "));
    }
  }

  /// Not this.
  record Not(Clause clause) implements Clause {
    @Override
    public String toString() {
      return clause instanceof All || clause instanceof Any || clause.toString().contains(" ")
          ? "-(" + clause + ")"
          : "-" + clause;
    }
  }

  private static <T extends Comparable<? super T>> String bounds(Range<T> range) {
    if (range.from().isPresent() && range.from().equals(range.to())) {
      return range.from().get().toString();
    }
    return range.from().map(Object::toString).orElse("")
        + ".."
        + range.to().map(Object::toString).orElse("");
  }
}

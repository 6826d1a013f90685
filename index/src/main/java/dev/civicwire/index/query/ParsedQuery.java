package dev.civicwire.index.query;

import java.util.List;
import java.util.Optional;

/// A query's text, understood as far as possible.
///
/// @param clause what to match, absent where everything matches
/// @param notes one line for each part that was not understood or was left out
public record ParsedQuery(Optional<Clause> clause, List<String> notes) {
  public ParsedQuery {
    notes = List.copyOf(notes);
  }

  /// The query as it was understood, in its own syntax.
  public String readAs() {
    return clause.map(Clause::toString).orElse("");
  }
}

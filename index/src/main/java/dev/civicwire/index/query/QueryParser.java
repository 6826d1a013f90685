package dev.civicwire.index.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the text of the query box. The grammar, loosest first: `a OR b`, `a b` or `a AND b`, `-a`
/// or `NOT a`, `( … )`, `"a phrase"`, `start*`, `field:value`. What does not fit is read as words
/// or left out, with a note; nothing is an error. Time and depth are bounded whatever is typed.
public final class QueryParser {
  /// Longest text read, in characters: long lists of alternatives are real research queries.
  static final int MAX_LENGTH = 8_000;

  /// Most clauses; well below the engine's own limit even with every clause over every field.
  static final int MAX_CLAUSES = 200;

  /// Deepest nesting of parentheses.
  static final int MAX_DEPTH = 20;

  private final List<Token> tokens;
  private final Terms terms;
  private final List<String> notes;
  private int at;
  private int depth;
  private int clauses;
  private boolean full;

  private QueryParser(List<Token> tokens, List<String> notes, LocalDate today) {
    this.tokens = tokens;
    this.notes = notes;
    this.terms = new Terms(notes, today);
  }

  /// Reads `text`; relative dates such as `deadline:<14d` count from `today`.
  public static ParsedQuery parse(String text, LocalDate today) {
    List<String> notes = new ArrayList<>();
    String cut = text;
    if (text.length() > MAX_LENGTH) {
      cut = text.substring(0, MAX_LENGTH);
      notes.add("Only the first " + MAX_LENGTH + " characters were read.");
    }
    QueryParser parser = new QueryParser(Tokens.of(cut, notes), notes, today);
    Optional<Clause> clause = parser.whole();
    return new ParsedQuery(clause, notes.stream().distinct().toList());
  }

  private Optional<Clause> whole() {
    List<Clause> all = new ArrayList<>();
    while (at < tokens.size()) {
      any().ifPresent(all::add);
      if (at < tokens.size()) {
        notes.add("The ) at character " + tokens.get(at).at() + " has no partner: left out.");
        at++;
      }
    }
    return join(all);
  }

  private Optional<Clause> any() {
    List<Clause> alternatives = new ArrayList<>();
    all().ifPresent(alternatives::add);
    while (is(Token.Kind.OR)) {
      Token or = tokens.get(at++);
      Optional<Clause> right = all();
      if (right.isEmpty() || alternatives.isEmpty()) {
        notes.add("The OR at character " + or.at() + " has nothing on one side.");
      }
      right.ifPresent(alternatives::add);
    }
    return alternatives.size() > 1
        ? Optional.of(new Clause.Any(alternatives))
        : alternatives.stream().findFirst();
  }

  private Optional<Clause> all() {
    List<Clause> together = new ArrayList<>();
    while (at < tokens.size() && !is(Token.Kind.OR) && !is(Token.Kind.CLOSE)) {
      if (is(Token.Kind.AND)) {
        at++;
      } else {
        one().ifPresent(together::add);
      }
    }
    return join(together);
  }

  private Optional<Clause> one() {
    Token token = tokens.get(at);
    return switch (token.kind()) {
      case NOT -> not(token);
      case OPEN -> group(token);
      case WORD, QUOTED -> {
        at++;
        yield counted(token);
      }
      case AND, OR, CLOSE -> {
        at++;
        yield Optional.empty();
      }
    };
  }

  private Optional<Clause> not(Token not) {
    boolean negative = false;
    while (is(Token.Kind.NOT)) {
      at++;
      negative = !negative;
    }
    if (at >= tokens.size() || is(Token.Kind.OR) || is(Token.Kind.AND) || is(Token.Kind.CLOSE)) {
      notes.add("Nothing follows the NOT at character " + not.at() + ": left out.");
      return Optional.empty();
    }
    Optional<Clause> clause = one();
    return negative ? clause.map(Clause.Not::new) : clause;
  }

  private Optional<Clause> group(Token open) {
    at++;
    if (depth == MAX_DEPTH) {
      notes.add("Parentheses nested deeper than " + MAX_DEPTH + " were left out.");
      return Optional.empty();
    }
    depth++;
    Optional<Clause> inside = any();
    depth--;
    if (is(Token.Kind.CLOSE)) {
      at++;
    } else {
      notes.add("The ( at character " + open.at() + " is not closed: read to the end.");
    }
    return inside;
  }

  private Optional<Clause> counted(Token token) {
    if (clauses == MAX_CLAUSES) {
      if (!full) {
        notes.add("Only the first " + MAX_CLAUSES + " terms were used.");
      }
      full = true;
      return Optional.empty();
    }
    clauses++;
    return terms.clause(token);
  }

  private boolean is(Token.Kind kind) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  /// Neighbouring words become one clause, so that acronyms of several words are recognised.
  private static Optional<Clause> join(List<Clause> clauses) {
    List<Clause> joined = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause instanceof Clause.Words(String more)
          && !joined.isEmpty()
          && joined.getLast() instanceof Clause.Words(String words)) {
        joined.set(joined.size() - 1, new Clause.Words(words + " " + more));
      } else {
        joined.add(clause);
      }
    }
    return joined.size() > 1 ? Optional.of(new Clause.All(joined)) : joined.stream().findFirst();
  }
}

package dev.civicwire.index.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a query's text into tokens, left to right in one pass.
final class Tokens {
  /// Curly and straight quotation marks, as pasted text has them.
  private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> notes;
  private int at;

  private Tokens(String text, List<String> notes) {
    this.text = text;
    this.notes = notes;
  }

  static List<Token> of(String text, List<String> notes) {
    Tokens tokens = new Tokens(text, notes);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    int start = at;
    if (isSpace(c)) {
      at++;
    } else if (c == '(' || c == ')') {
      at++;
      add(c == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, Optional.empty(), "", start);
    } else if ((c == '-' || c == '\u2212') && !isLonely(at)) {
      at++;
      add(Token.Kind.NOT, Optional.empty(), "", start);
    } else if (isQuote(c)) {
      add(Token.Kind.QUOTED, Optional.empty(), quoted(), start);
    } else {
      word(start);
    }
  }

  /// A dash between spaces is a dash, not a "not".
  private boolean isLonely(int place) {
    return place + 1 >= text.length() || isSpace(text.charAt(place + 1));
  }

  private void word(int start) {
    int colon = -1;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      if (text.charAt(at) == ':' && colon < 0) {
        colon = at;
        if (at + 1 < text.length() && isQuote(text.charAt(at + 1))) {
          at++;
          add(Token.Kind.QUOTED, Optional.of(text.substring(start, colon)), quoted(), start);
          return;
        }
      }
      at++;
    }
    String word = text.substring(start, at);
    if (colon > start && colon < at - 1) {
      String field = text.substring(start, colon);
      add(Token.Kind.WORD, Optional.of(field), text.substring(colon + 1, at), start);
    } else {
      add(operator(word), Optional.empty(), word, start);
    }
  }

  private static Token.Kind operator(String word) {
    return switch (word) {
      case "AND", "&&" -> Token.Kind.AND;
      case "OR", "||", "|" -> Token.Kind.OR;
      case "NOT" -> Token.Kind.NOT;
      default -> Token.Kind.WORD;
    };
  }

  private String quoted() {
    int start = ++at;
    while (at < text.length() && !isQuote(text.charAt(at))) {
      at++;
    }
    String inside = text.substring(start, at).strip();
    if (at == text.length()) {
      notes.add("The quotation mark at character " + start + " is not closed: read to the end.");
    }
    at++;
    return inside;
  }

  private void add(Token.Kind kind, Optional<String> field, String value, int start) {
    tokens.add(new Token(kind, field, value, start + 1));
  }

  private static boolean isEnd(char c) {
    return isSpace(c) || c == '(' || c == ')' || isQuote(c);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }
}

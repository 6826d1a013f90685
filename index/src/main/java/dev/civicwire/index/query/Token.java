package dev.civicwire.index.query;

import java.util.Optional;

/// A piece of a query's text.
///
/// @param kind what it is
/// @param field the name before its colon
/// @param text without quotes
/// @param at place of its first character, from 1 as people count
record Token(Kind kind, Optional<String> field, String text, int at) {
  enum Kind {
    WORD,
    QUOTED,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT
  }
}

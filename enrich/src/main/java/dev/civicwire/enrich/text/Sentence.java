package dev.civicwire.enrich.text;

import java.util.List;

/// A sentence, never longer than its line.
///
/// @param start offset of its first character, inclusive
/// @param end offset after its last character
/// @param tokens in text order
public record Sentence(int start, int end, List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
  }
}

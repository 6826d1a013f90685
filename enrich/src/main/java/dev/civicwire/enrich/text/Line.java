package dev.civicwire.enrich.text;

import java.util.Optional;

/// A line of the text: a paragraph, a list item, a heading, or a label with its value.
///
/// @param start offset of its first non-blank character, inclusive
/// @param end offset after its last non-blank character
/// @param heading true where it is short and no sentence
/// @param label of a line such as `Closing date: 12 May`
public record Line(int start, int end, boolean heading, Optional<Label> label) {
  /// A label and the place of its value.
  ///
  /// @param text the label in lower case, without its colon
  /// @param valueStart offset of the value, inclusive
  /// @param valueEnd offset after the value
  public record Label(String text, int valueStart, int valueEnd) {}
}

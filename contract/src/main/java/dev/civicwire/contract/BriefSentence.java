package dev.civicwire.contract;

/// One sentence of an article's brief, taken from the article itself.
///
/// @param section what the sentence answers
/// @param start offset, inclusive, in UTF-16 code units of the article's text
/// @param end offset, exclusive
/// @param surface the sentence
public record BriefSentence(Section section, int start, int end, String surface) {
  /// What a sentence of the brief answers.
  public enum Section {
    HAPPENING,
    WHY,
    NEXT
  }
}

package dev.civicwire.enrich.count;

import java.util.Optional;

/// A number that may count people.
///
/// @param start offset of its first character
/// @param end offset after the noun, or after the number where there is none
/// @param numberEnd offset after the number
/// @param sentence number of its sentence
/// @param count the number, the upper one of a range
/// @param countMin the lower one of a range
/// @param noun what sort of noun it counts
/// @param of the noun as the text has it
record CountMention(
    int start,
    int end,
    int numberEnd,
    int sentence,
    long count,
    Optional<Long> countMin,
    Noun noun,
    String of) {
  /// What sort of noun follows, or what stands in its place.
  enum Noun {
    /// Counts by itself: `staff`, `a team of 12`.
    EMPLOYED,
    /// `people`.
    PEOPLE,
    /// `applications`.
    APPLIED,
    /// `12 of them`.
    ECHO,
    /// None.
    NONE
  }

  CountMention from(long least) {
    return new CountMention(start, end, numberEnd, sentence, count, Optional.of(least), noun, of);
  }
}

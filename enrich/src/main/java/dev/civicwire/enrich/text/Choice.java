package dev.civicwire.enrich.text;

import java.util.List;
import java.util.Map;

/// What an annotator made of one place in a text, and what it weighed.
///
/// @param annotator name and version
/// @param start offset of the place, inclusive
/// @param end offset after it
/// @param winner what it was taken for; `nothing` where it was passed over
/// @param scores of the winner and of what it competed with
/// @param reason what turned the scale where that was not the scores
/// @param voices the cues that were heard
public record Choice(
    String annotator,
    int start,
    int end,
    String winner,
    Map<String, Double> scores,
    String reason,
    List<Voice> voices) {
  /// The winner of a place that gives no value.
  public static final String NOTHING = "nothing";

  public Choice {
    scores = Map.copyOf(scores);
    voices = List.copyOf(voices);
  }
}

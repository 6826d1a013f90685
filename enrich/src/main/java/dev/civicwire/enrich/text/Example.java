package dev.civicwire.enrich.text;

import java.util.Map;

/// What a learned choice at one place of a text was made from: for training it again.
///
/// @param annotator name and version
/// @param start offset of the place, inclusive
/// @param end offset after it
/// @param value what was read there, in the form in which labels have it
/// @param features by name
public record Example(
    String annotator, int start, int end, String value, Map<String, Double> features) {
  public Example {
    features = Map.copyOf(features);
  }
}

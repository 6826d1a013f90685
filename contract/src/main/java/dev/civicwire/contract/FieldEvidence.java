package dev.civicwire.contract;

/// The place in the text behind one field of a record.
///
/// @param field JSON name of the field
/// @param start offset, inclusive, in UTF-16 code units of the article's text
/// @param end offset, exclusive
/// @param surface the text between them
/// @param confidence probability that the field is right, 0 to 1
/// @param annotator name and version of what put it there
public record FieldEvidence(
    String field, int start, int end, String surface, double confidence, String annotator) {
  /// The evidence of `field` at a mention.
  public static FieldEvidence of(String field, Evidence evidence, double confidence) {
    double rounded = Math.round(confidence * 1000) / 1000.0;
    return new FieldEvidence(
        field, evidence.start(), evidence.end(), evidence.surface(), rounded, evidence.annotator());
  }
}

package dev.civicwire.ingest.extract.eval;

import java.util.List;
import java.util.Optional;

/// What an extractor says of a page.
///
/// @param text of the body, empty where it found none
/// @param title headline
/// @param authors names
/// @param published date as ISO 8601
public record Answer(
    String text, Optional<String> title, List<String> authors, Optional<String> published) {
  /// Of a page in which nothing was found.
  public static final Answer NONE = ofText("");

  public Answer {
    authors = List.copyOf(authors);
  }

  /// Of an extractor that gives nothing but the body.
  public static Answer ofText(String text) {
    return new Answer(text, Optional.empty(), List.of(), Optional.empty());
  }
}

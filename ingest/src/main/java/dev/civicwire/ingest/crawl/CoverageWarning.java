package dev.civicwire.ingest.crawl;

/// What an operator should look at.
///
/// @param source its name
/// @param text one line, which names the source
public record CoverageWarning(String source, Kind kind, String text) {
  /// What is odd.
  public enum Kind {
    /// No article for much longer than usual.
    QUIET,
    /// Much less text is found on its pages than before.
    LAYOUT,
    /// Most of its pages have come to be forbidden.
    FORBIDDEN
  }
}

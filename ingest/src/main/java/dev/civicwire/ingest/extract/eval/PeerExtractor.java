package dev.civicwire.ingest.extract.eval;

/// Another extractor to be measured beside this one; found by `ServiceLoader` in a folder of jars
/// that is no part of the distribution.
public interface PeerExtractor {
  /// Short name for the table.
  String name();

  /// What it says of a page.
  ///
  /// @param html decoded page
  /// @param url of it
  Answer extract(String html, String url);
}

package dev.civicwire.ingest.robots;

import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;

/// Asks a site for its robots.txt.
///
/// @param <E> what ends it early
@FunctionalInterface
public interface RobotsRequest<E extends Exception> {
  /// What came of one request.
  FetchResult ask(FetchRequest request) throws E;
}

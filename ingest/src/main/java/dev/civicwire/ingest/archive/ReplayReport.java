package dev.civicwire.ingest.archive;

/// What a replay found.
///
/// @param pages saved responses with a page
/// @param articles committed
/// @param rejected pages without a usable article
/// @param passedOver records that are no page: requests, redirects, errors
/// @param broken places at which the file could not be read
public record ReplayReport(int pages, int articles, int rejected, int passedOver, int broken) {}

package dev.civicwire.ingest.archive;

import dev.civicwire.ingest.FetchedPage;
import java.time.Instant;
import java.util.Optional;

/// A saved response and what the crawl knew of it; of an archive that others wrote nothing is
/// known.
///
/// @param source that led to it
/// @param published when, as the source says
/// @param duplicate true where the article is another page's
record ArchivedPage(
    FetchedPage page, Optional<String> source, Optional<Instant> published, boolean duplicate) {}

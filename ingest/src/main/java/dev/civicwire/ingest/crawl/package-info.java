/// The crawl: what is due, in which order and at which pace, and what is remembered of it.
@NullMarked
package dev.civicwire.ingest.crawl;

import org.jspecify.annotations.NullMarked;

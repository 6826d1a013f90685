/// Saved responses: written as WARC 1.1 while crawling, and read again without the network.
@NullMarked
package dev.civicwire.ingest.archive;

import org.jspecify.annotations.NullMarked;

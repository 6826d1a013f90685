/// URL to Article: sources, frontier, fetch, extract.
@NullMarked
package dev.civicwire.ingest;

import org.jspecify.annotations.NullMarked;

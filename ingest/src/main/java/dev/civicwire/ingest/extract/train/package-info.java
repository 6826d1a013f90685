/// Trains the models of the extractor on the development pages; not used when pages are extracted.
@NullMarked
package dev.civicwire.ingest.extract.train;

import org.jspecify.annotations.NullMarked;

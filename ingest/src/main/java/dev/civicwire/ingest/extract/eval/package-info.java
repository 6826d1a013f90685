/// Quality of extraction in figures: pages with gold texts and metadata, this extractor and others.
@NullMarked
package dev.civicwire.ingest.extract.eval;

import org.jspecify.annotations.NullMarked;

/// Tests of the measures of extraction.
@NullMarked
package dev.civicwire.ingest.extract.eval;

import org.jspecify.annotations.NullMarked;

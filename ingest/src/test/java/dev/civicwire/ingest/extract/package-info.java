/// Tests of the extractor: pages with their expected articles, tables of single cases, hostile
/// pages.
@NullMarked
package dev.civicwire.ingest.extract;

import org.jspecify.annotations.NullMarked;

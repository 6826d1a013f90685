/// Typed open data: what a source publishes as data becomes an article without a page. Notices of
/// tenders come as releases of the Open Contracting Data Standard (OCDS 1.1,
/// standard.open-contracting.org).
@NullMarked
package dev.civicwire.ingest.opendata;

import org.jspecify.annotations.NullMarked;

/// FetchedPage to Article: main text, metadata, structured data.
@NullMarked
package dev.civicwire.ingest.extract;

import org.jspecify.annotations.NullMarked;

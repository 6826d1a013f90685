/// Identity of pages: which addresses are the same page, and under which one it is known.
@NullMarked
package dev.civicwire.ingest.url;

import org.jspecify.annotations.NullMarked;

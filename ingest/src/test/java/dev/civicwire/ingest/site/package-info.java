/// A loopback site for tests.
@NullMarked
package dev.civicwire.ingest.site;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.civicwire.ingest.archive;

import org.jspecify.annotations.NullMarked;

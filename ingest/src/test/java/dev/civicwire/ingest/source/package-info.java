@NullMarked
package dev.civicwire.ingest.source;

import org.jspecify.annotations.NullMarked;

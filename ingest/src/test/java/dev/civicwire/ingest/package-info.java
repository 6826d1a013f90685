@NullMarked
package dev.civicwire.ingest;

import org.jspecify.annotations.NullMarked;

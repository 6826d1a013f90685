@NullMarked
package dev.civicwire.ingest.fetch;

import org.jspecify.annotations.NullMarked;

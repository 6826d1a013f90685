@NullMarked
package dev.civicwire.ingest.url;

import org.jspecify.annotations.NullMarked;

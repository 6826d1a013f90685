@NullMarked
package dev.civicwire.ingest.robots;

import org.jspecify.annotations.NullMarked;

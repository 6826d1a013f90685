@NullMarked
package dev.civicwire.enrich.train;

import org.jspecify.annotations.NullMarked;

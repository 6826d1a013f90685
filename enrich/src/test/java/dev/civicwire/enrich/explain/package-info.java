@NullMarked
package dev.civicwire.enrich.explain;

import org.jspecify.annotations.NullMarked;

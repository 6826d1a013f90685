/// Why each value is there, and what another tagger would change: for people.
@NullMarked
package dev.civicwire.enrich.explain;

import org.jspecify.annotations.NullMarked;

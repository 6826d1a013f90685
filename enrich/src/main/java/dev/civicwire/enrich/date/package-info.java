/// Dates: read from characters, resolved by publication date, their kind decided by cues.
@NullMarked
package dev.civicwire.enrich.date;

import org.jspecify.annotations.NullMarked;

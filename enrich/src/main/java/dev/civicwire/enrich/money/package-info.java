/// Amounts of money: read from characters, their kind decided by cues, grades and the pay they
/// imply.
@NullMarked
package dev.civicwire.enrich.money;

import org.jspecify.annotations.NullMarked;

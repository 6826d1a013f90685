/// Lists of known names and the word-wise search for them.
@NullMarked
package dev.civicwire.enrich.gazetteer;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.civicwire.enrich.gazetteer;

import org.jspecify.annotations.NullMarked;

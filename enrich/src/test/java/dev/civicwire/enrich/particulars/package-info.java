@NullMarked
package dev.civicwire.enrich.particulars;

import org.jspecify.annotations.NullMarked;

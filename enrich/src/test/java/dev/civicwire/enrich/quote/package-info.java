/// Tests of quotations.
@NullMarked
package dev.civicwire.enrich.quote;

import org.jspecify.annotations.NullMarked;

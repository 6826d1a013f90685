/// Tests of the records made of values.
@NullMarked
package dev.civicwire.enrich.vacancy;

import org.jspecify.annotations.NullMarked;

/// Tests of the brief.
@NullMarked
package dev.civicwire.enrich.brief;

import org.jspecify.annotations.NullMarked;

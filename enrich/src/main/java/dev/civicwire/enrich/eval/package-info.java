/// How well a tagger does on labelled documents, counted as the labels' own scorer counts.
@NullMarked
package dev.civicwire.enrich.eval;

import org.jspecify.annotations.NullMarked;

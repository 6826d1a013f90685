/// An article's text with what every annotator asks of it: one-to-one normalised characters, lines,
/// sentences, tokens with parts of speech and lemmas. Every offset counts UTF-16 code units of the
/// article's own text.
@NullMarked
package dev.civicwire.enrich.text;

import org.jspecify.annotations.NullMarked;

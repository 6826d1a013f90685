/// A short extract of an article: what happens, why it matters, what comes next.
@NullMarked
package dev.civicwire.enrich.brief;

import org.jspecify.annotations.NullMarked;

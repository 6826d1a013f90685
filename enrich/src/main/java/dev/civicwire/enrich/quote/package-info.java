/// Quotations, each with its speaker.
@NullMarked
package dev.civicwire.enrich.quote;

import org.jspecify.annotations.NullMarked;

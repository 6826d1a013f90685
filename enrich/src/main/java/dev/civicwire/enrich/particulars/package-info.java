/// The particulars that an advert gives in labelled lines: what its labels are, and where their
/// values stand.
@NullMarked
package dev.civicwire.enrich.particulars;

import org.jspecify.annotations.NullMarked;

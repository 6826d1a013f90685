/// The text of the query box, read leniently: nothing typed there is an error.
@NullMarked
package dev.civicwire.index.query;

import org.jspecify.annotations.NullMarked;

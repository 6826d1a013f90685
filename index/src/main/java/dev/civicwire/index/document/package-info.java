/// The shape in which a tagged article lies in the index.
@NullMarked
package dev.civicwire.index.document;

import org.jspecify.annotations.NullMarked;

/// The training of the name model that ships with the module.
@NullMarked
package dev.civicwire.enrich.train;

import org.jspecify.annotations.NullMarked;

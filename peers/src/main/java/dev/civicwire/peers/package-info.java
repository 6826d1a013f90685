/// Other open extractors behind one interface, for `civicwire eval extraction`. Never shipped.
@NullMarked
package dev.civicwire.peers;

import org.jspecify.annotations.NullMarked;

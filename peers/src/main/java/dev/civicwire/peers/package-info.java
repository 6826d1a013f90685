/// Other open extractors behind one interface, for `civicwire eval extraction`, and a crawler as a
/// program, for `civicwire bench crawl --beside`. Never shipped.
@NullMarked
package dev.civicwire.peers;

import org.jspecify.annotations.NullMarked;

/// Tagged articles into the index: what is asked for, and what came of it.
@NullMarked
package dev.civicwire.index.write;

import org.jspecify.annotations.NullMarked;

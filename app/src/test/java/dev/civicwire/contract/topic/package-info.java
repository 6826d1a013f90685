/// A stage with a fault in it, which only the stage's own package can put there.
@NullMarked
package dev.civicwire.contract.topic;

import org.jspecify.annotations.NullMarked;

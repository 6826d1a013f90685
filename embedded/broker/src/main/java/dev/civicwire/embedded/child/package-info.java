/// What runs inside the broker's child JVM: the only code that knows the broker's classes.
@NullMarked
package dev.civicwire.embedded.child;

import org.jspecify.annotations.NullMarked;

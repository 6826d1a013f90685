/// Tests with the real engines.
@NullMarked
package dev.civicwire.embedded;

import org.jspecify.annotations.NullMarked;

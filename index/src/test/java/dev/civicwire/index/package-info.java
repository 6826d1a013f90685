@NullMarked
package dev.civicwire.index;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.civicwire.index.query;

import org.jspecify.annotations.NullMarked;

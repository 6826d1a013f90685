@NullMarked
package dev.civicwire.index.document;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.civicwire.index.elastic;

import org.jspecify.annotations.NullMarked;

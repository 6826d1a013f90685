@NullMarked
package dev.civicwire.enrich.learn;

import org.jspecify.annotations.NullMarked;

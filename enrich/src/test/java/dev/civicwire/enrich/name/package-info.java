@NullMarked
package dev.civicwire.enrich.name;

import org.jspecify.annotations.NullMarked;

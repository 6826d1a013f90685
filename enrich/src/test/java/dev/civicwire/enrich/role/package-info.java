@NullMarked
package dev.civicwire.enrich.role;

import org.jspecify.annotations.NullMarked;

/// The figures' own tests.
@NullMarked
package dev.civicwire.app.bench;

import org.jspecify.annotations.NullMarked;

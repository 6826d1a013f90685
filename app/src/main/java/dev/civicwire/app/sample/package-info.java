/// The bundled sample site that `civicwire demo` serves on loopback and crawls.
@NullMarked
package dev.civicwire.app.sample;

import org.jspecify.annotations.NullMarked;

/// The real command line as processes of its own: spread over several, stopped in order, and
/// killed.
@NullMarked
package dev.civicwire.app.soak;

import org.jspecify.annotations.NullMarked;

/// The command line: wiring only. What a command does stands in the stages.
@NullMarked
package dev.civicwire.app;

import org.jspecify.annotations.NullMarked;

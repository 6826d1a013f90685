/// The stages wired to the engines: which run in this process, how they start, report and stop.
@NullMarked
package dev.civicwire.app.pipeline;

import org.jspecify.annotations.NullMarked;

/// Test suites that others wrote, run against this module's readers, where their files are at hand.
@NullMarked
package dev.civicwire.ingest.suite;

import org.jspecify.annotations.NullMarked;

/// Small linear models for choices that cues alone make badly, and how they are trained.
@NullMarked
package dev.civicwire.enrich.learn;

import org.jspecify.annotations.NullMarked;

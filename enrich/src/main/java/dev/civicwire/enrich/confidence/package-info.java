/// How sure values are: annotators' own measures turned into shares that were right on labelled
/// documents.
@NullMarked
package dev.civicwire.enrich.confidence;

import org.jspecify.annotations.NullMarked;

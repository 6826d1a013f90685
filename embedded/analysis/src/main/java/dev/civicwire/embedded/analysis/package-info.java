/// The analysis names of a stock Elasticsearch, for the embedded node.
///
/// The distribution on Maven Central lacks the module `analysis-common`. This plugin registers the
/// names of it that Civicwire's mapping uses, with the meaning they have there, so that the mapping
/// runs unchanged on any stock cluster. A name that cannot be offered with the same meaning is left
/// out: an index that asks for it fails here, and nobody builds on a difference.
@NullMarked
package dev.civicwire.embedded.analysis;

import org.jspecify.annotations.NullMarked;

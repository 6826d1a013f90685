/// From an article to a tagged article: values with their evidence, and the records that tie them
/// together. [dev.civicwire.enrich.Tagger] is the way in.
@NullMarked
package dev.civicwire.enrich;

import org.jspecify.annotations.NullMarked;

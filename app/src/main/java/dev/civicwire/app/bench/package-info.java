/// Speed: articles made by a seeded generator from the sample site's texts, sent through
/// every stage.
@NullMarked
package dev.civicwire.app.bench;

import org.jspecify.annotations.NullMarked;

/// What researchers ask and what they get. Knows neither Elasticsearch nor HTTP.
@NullMarked
package dev.civicwire.index.search;

import org.jspecify.annotations.NullMarked;

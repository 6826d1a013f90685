/// The only package that knows Elasticsearch: connection, mapping, writer, search.
@NullMarked
package dev.civicwire.index.elastic;

import org.jspecify.annotations.NullMarked;

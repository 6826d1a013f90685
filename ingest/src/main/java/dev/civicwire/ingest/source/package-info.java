/// Where articles are found: feeds, sitemaps, listing pages, watched pages; and the file that names
/// them. A kind of source is one record and one reader.
@NullMarked
package dev.civicwire.ingest.source;

import org.jspecify.annotations.NullMarked;

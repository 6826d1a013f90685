@NullMarked
package dev.civicwire.ingest.crawl;

import org.jspecify.annotations.NullMarked;

/// What sites ask of crawlers: robots.txt (RFC 9309) and `X-Robots-Tag`.
@NullMarked
package dev.civicwire.ingest.robots;

import org.jspecify.annotations.NullMarked;

/// One HTTP request, safely: checked addresses, limits on time and on unpacked bytes, every
/// redirect handed back to the caller.
@NullMarked
package dev.civicwire.ingest.fetch;

import org.jspecify.annotations.NullMarked;

/// Tests of the readers of PDF and DOCX, on documents made here.
@NullMarked
package dev.civicwire.ingest.document;

import org.jspecify.annotations.NullMarked;

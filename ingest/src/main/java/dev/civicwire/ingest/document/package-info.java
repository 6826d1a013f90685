/// Documents that are no web pages: PDF and DOCX job packs and board papers to text by page.
@NullMarked
package dev.civicwire.ingest.document;

import org.jspecify.annotations.NullMarked;

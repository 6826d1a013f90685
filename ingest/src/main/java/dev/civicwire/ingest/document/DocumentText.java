package dev.civicwire.ingest.document;

import java.util.List;
import java.util.Optional;

/// The text of a document, page by page.
///
/// @param kind `pdf` or `docx`
/// @param title that the document declares of itself
/// @param pages text of each page, a line a paragraph, heading or table row; pages may be empty
/// @param truncated whether a limit of pages or characters cut it
public record DocumentText(
    String kind, Optional<String> title, List<String> pages, boolean truncated) {
  public DocumentText {
    pages = List.copyOf(pages);
  }
}

package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.opendata.OcdsExtractor;
import java.util.Locale;
import java.util.Optional;

/// An extraction that nothing a page does can break: what is no text or not whole is refused
/// before,
/// and a page on which the extractor fails becomes a named refusal, so that one page cannot stop a
/// crawl.
public final class SafeExtraction {
  private SafeExtraction() {}

  /// The article of `page`, or why there is none.
  public static Extraction of(Extractor extractor, FetchedPage page, String source) {
    if (OcdsExtractor.takes(page)) {
      return new OcdsExtractor().extract(page, source);
    }
    if (!isText(page.contentType())) {
      return new Extraction.Refused(
          "not-html", "%s is %s, not HTML".formatted(page.url(), page.contentType().orElse("")));
    }
    if (page.truncated()) {
      return new Extraction.Refused(
          "too-large",
          "%s is larger than the limit of %d bytes; raise it (crawl.max-page-bytes) to take it"
              .formatted(page.url(), page.body().size()));
    }
    try {
      return extractor.extract(page, source);
    } catch (RuntimeException | StackOverflowError e) {
      return new Extraction.Refused(
          "extractor-failed",
          "%s breaks the extractor: %s; please report the page".formatted(page.url(), e));
    }
  }

  private static boolean isText(Optional<String> contentType) {
    String type = contentType.orElse("text/html").toLowerCase(Locale.ROOT).strip();
    return type.isEmpty()
        || type.startsWith("text/")
        || type.contains("html")
        || type.contains("xml")
        || type.startsWith("application/pdf")
        || !type.contains("/");
  }
}

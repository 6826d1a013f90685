package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// The second pass over sitemaps that are not well-formed.
final class BrokenSitemap {
  private BrokenSitemap() {}

  /// The links that can be found; empty where nothing in the body is a sitemap.
  static Optional<Reading> read(FetchedPage page, byte[] body) throws UnreadableSourceException {
    Document document = parse(page, body);
    if (document.selectFirst("urlset, sitemapindex") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading(
            locations(page, document, "url > loc").stream().map(FoundLink::bare).toList(),
            locations(page, document, "sitemap > loc"),
            true));
  }

  private static List<String> locations(FetchedPage page, Document document, String selector) {
    return document.select(selector).stream()
        .map(loc -> UrlIdentity.resolve(page.url(), loc.text()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Document parse(FetchedPage page, byte[] body) throws UnreadableSourceException {
    try {
      return Jsoup.parse(new ByteArrayInputStream(body), null, page.url(), Parser.xmlParser());
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "sitemap %s: %s".formatted(page.url(), e.getMessage()), e);
    }
  }
}

package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Title and paragraphs, so that tests of the crawl do not depend on how articles are found.
public final class PlainExtractor implements Extractor {
  @Override
  public Extraction extract(FetchedPage page, String source) {
    String html = new String(page.body().toByteArray(), StandardCharsets.UTF_8);
    Document document = Jsoup.parse(html, page.url());
    String text = document.select("p").text();
    if (text.equals("break")) {
      throw new IllegalStateException("broken by the page");
    }
    if (text.length() < 50) {
      return new Extraction.Refused("no-text", page.url() + " has no text");
    }
    String canonical =
        CanonicalUrl.choose(
            page.url(), Optional.of(document.select("link[rel=canonical]").attr("href")));
    return new Extraction.Found(article(page, source, document.title(), text, canonical));
  }

  private static Article article(
      FetchedPage page, String source, String title, String text, String canonical) {
    return Article.builder(page.url(), canonical, source)
        .build(title, text, page.fetchedAt(), "plain/1");
  }
}

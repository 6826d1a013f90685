package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.robots.RobotsTag;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Links of an HTML page by CSS selector. A page that asks not to be followed is refused.
final class ListingReader implements SourceReader {
  private static final int MAX_TITLE = 300;

  private final String link;
  private final Optional<String> next;

  ListingReader(String link, Optional<String> next) {
    this.link = link;
    this.next = next;
  }

  @Override
  public Reading read(FetchedPage page) throws UnreadableSourceException {
    Document document = parse(page);
    if (isNofollow(document)) {
      throw UnreadableSourceException.nofollow(page.url());
    }
    Map<String, FoundLink> links = new LinkedHashMap<>();
    for (Element element : document.select(link)) {
      address(element).ifPresent(url -> links.putIfAbsent(url, found(url, element)));
    }
    List<String> nextPages = new ArrayList<>();
    if (next.isPresent()) {
      document.select(next.get()).stream()
          .map(ListingReader::address)
          .flatMap(Optional::stream)
          .limit(1)
          .forEach(nextPages::add);
    }
    return new Reading(List.copyOf(links.values()), nextPages);
  }

  private static FoundLink found(String url, Element element) {
    String title = element.text().strip();
    return new FoundLink(
        url,
        Optional.of(title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title)
            .filter(t -> !t.isEmpty()),
        Optional.empty(),
        Optional.empty());
  }

  static Optional<String> address(Element element) {
    @Nullable Element anchor = element.hasAttr("href") ? element : element.selectFirst("a[href]");
    return anchor == null
        ? Optional.empty()
        : UrlIdentity.resolve(anchor.baseUri(), anchor.attr("href"));
  }

  private static boolean isNofollow(Document document) {
    return document.select("meta[name=robots i], meta[name=civicwire i]").stream()
        .anyMatch(meta -> RobotsTag.metaForbidsFollowing(meta.attr("content")));
  }

  private static Document parse(FetchedPage page) throws UnreadableSourceException {
    @Nullable String charset = page.contentType().map(ContentTypes::charset).orElse(null);
    try {
      return Jsoup.parse(new ByteArrayInputStream(page.body().toByteArray()), charset, page.url());
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "listing %s cannot be read as HTML: %s".formatted(page.url(), e.getMessage()), e);
    }
  }
}

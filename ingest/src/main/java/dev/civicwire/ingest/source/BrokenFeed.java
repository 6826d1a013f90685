package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The second pass over feeds that are not well-formed: undeclared entities, unclosed tags, a
/// document type definition. Entities that a definition declares are not expanded.
final class BrokenFeed {
  private BrokenFeed() {}

  /// The links that can be found; empty where nothing in the body is a feed.
  static Optional<Reading> read(FetchedPage page, byte[] body) throws UnreadableSourceException {
    Document document = parse(page, body);
    if (document.selectFirst("rss, feed, rdf|RDF, channel") == null) {
      return Optional.empty();
    }
    List<FoundLink> links = new ArrayList<>();
    for (Element item : document.select("item, entry")) {
      link(item)
          .flatMap(href -> UrlIdentity.resolve(page.url(), href))
          .ifPresent(url -> links.add(found(url, item)));
    }
    return Optional.of(new Reading(links, List.of()));
  }

  private static Document parse(FetchedPage page, byte[] body) throws UnreadableSourceException {
    @Nullable String charset = page.contentType().map(ContentTypes::charset).orElse(null);
    try {
      return Jsoup.parse(new ByteArrayInputStream(body), charset, page.url(), Parser.xmlParser());
    } catch (IOException e) {
      throw new UnreadableSourceException("feed %s: %s".formatted(page.url(), e.getMessage()), e);
    }
  }

  private static FoundLink found(String url, Element item) {
    return new FoundLink(
        url,
        child(item, "title"),
        first(item, "pubDate", "published", "dc|date", "issued").flatMap(BrokenFeed::instant),
        first(item, "updated", "modified").flatMap(BrokenFeed::instant));
  }

  private static Optional<String> link(Element item) {
    for (Element link : item.select("> link")) {
      String href = link.hasAttr("href") ? link.attr("href") : link.text();
      boolean alternate = !link.hasAttr("rel") || link.attr("rel").equals("alternate");
      if (alternate && !href.isBlank()) {
        return Optional.of(href.strip());
      }
    }
    return first(item, "guid", "id").filter(id -> id.startsWith("http"));
  }

  private static Optional<String> first(Element item, String... names) {
    for (String name : names) {
      Optional<String> text = child(item, name);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> child(Element item, String name) {
    @Nullable Element child = item.selectFirst("> " + name);
    return child == null ? Optional.empty() : Optional.of(child.text()).filter(t -> !t.isBlank());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          Character.isDigit(text.charAt(0))
              ? OffsetDateTime.parse(text).toInstant()
              : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package dev.civicwire.ingest.source;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.input.JDOMParseException;
import org.jspecify.annotations.Nullable;

/// RSS and Atom by ROME, which takes no document type definitions and so no external entities; what
/// it refuses is read again by a parser that forgives (and expands no entities either). JSON feeds
/// have their own reader.
final class FeedReader implements SourceReader {
  private static final Set<String> OLDER = Set.of("next", "prev-archive");

  @Override
  public Reading read(FetchedPage page) throws UnreadableSourceException {
    byte[] body = page.body().toByteArray();
    if (JsonFeed.looksLike(body)) {
      return JsonFeed.read(page.url(), body);
    }
    try {
      SyndFeed feed = parse(page, body, false);
      return new Reading(links(page.url(), feed), older(page.url(), feed));
    } catch (FeedException | IOException | IllegalArgumentException e) {
      return isBroken(e) ? healed(page, body) : tolerant(page, body, e);
    }
  }

  /// Whether it is the XML that is wrong: feeds of a format that ROME does not know are well-formed
  /// all the same.
  private static boolean isBroken(Exception e) {
    return e instanceof IOException || e.getCause() instanceof JDOMParseException;
  }

  /// Undeclared entities of HTML and spaces before the declaration are common, and mended by ROME.
  private static Reading healed(FetchedPage page, byte[] body) throws UnreadableSourceException {
    try {
      SyndFeed feed = parse(page, body, true);
      return new Reading(links(page.url(), feed), older(page.url(), feed), true);
    } catch (FeedException | IOException | IllegalArgumentException e) {
      return tolerant(page, body, e).asRepaired();
    }
  }

  private static Reading tolerant(FetchedPage page, byte[] body, Exception e)
      throws UnreadableSourceException {
    return BrokenFeed.read(page, body)
        .orElseThrow(
            () ->
                new UnreadableSourceException(
                    "%s is no feed (%s); check the address or set another kind"
                        .formatted(page.url(), firstLine(e)),
                    e));
  }

  private static SyndFeed parse(FetchedPage page, byte[] body, boolean heal)
      throws FeedException, IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    try (XmlReader reader =
        page.contentType().isPresent()
            ? new XmlReader(in, ContentTypes.tidy(page.contentType().get()), true)
            : new XmlReader(in, true)) {
      SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
      input.setAllowDoctypes(false);
      input.setXmlHealerOn(heal);
      return input.build(reader);
    }
  }

  private static List<FoundLink> links(String base, SyndFeed feed) {
    List<FoundLink> links = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      address(base, entry)
          .ifPresent(
              url ->
                  links.add(
                      new FoundLink(
                          url,
                          text(entry.getTitle()),
                          instant(entry.getPublishedDate()),
                          instant(entry.getUpdatedDate()))));
    }
    return links;
  }

  /// Where older entries are (RFC 5005). RSS has no links of its own and borrows Atom's.
  private static List<String> older(String base, SyndFeed feed) {
    Stream<Link> own = feed.getLinks().stream().map(l -> new Link(text(l.getRel()), l.getHref()));
    Stream<Link> borrowed =
        feed.getForeignMarkup().stream()
            .filter(element -> element.getName().equals("link"))
            .map(e -> new Link(text(e.getAttributeValue("rel")), e.getAttributeValue("href")));
    return Stream.concat(own, borrowed)
        .filter(link -> link.rel().filter(OLDER::contains).isPresent())
        .flatMap(link -> text(link.href()).stream())
        .flatMap(href -> UrlIdentity.resolve(base, href).stream())
        .limit(1)
        .toList();
  }

  private record Link(Optional<String> rel, @Nullable String href) {}

  /// The link of an entry; its id where that is an address and there is no link.
  private static Optional<String> address(String base, SyndEntry entry) {
    return Stream.of(text(entry.getLink()), text(entry.getUri()).filter(FeedReader::isHttp))
        .flatMap(Optional::stream)
        .flatMap(link -> UrlIdentity.resolve(base, link).stream())
        .findFirst();
  }

  private static boolean isHttp(String uri) {
    return uri.startsWith("http://") || uri.startsWith("https://");
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static Optional<java.time.Instant> instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}

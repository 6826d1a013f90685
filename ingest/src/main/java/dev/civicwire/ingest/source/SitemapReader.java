package dev.civicwire.ingest.source;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Sitemaps and indexes of sitemaps (sitemaps.org), with Google's news extension, packed or not.
/// Document type definitions are refused; a broken file is read again by a parser that forgives.
/// The newest links come first, so that a limit keeps them.
final class SitemapReader implements SourceReader {
  @Override
  public Reading read(FetchedPage page) throws UnreadableSourceException {
    byte[] body = Gunzip.unpack(page.url(), page.body().toByteArray());
    try {
      AbstractSiteMap parsed = parser().parseSiteMap(body, url(page));
      Reading reading = reading(page.url(), parsed);
      return reading.links().isEmpty() && reading.nextPages().isEmpty()
          ? BrokenSitemap.read(page, body).orElse(reading)
          : reading;
    } catch (UnknownFormatException | IOException e) {
      return BrokenSitemap.read(page, body)
          .orElseThrow(
              () ->
                  new UnreadableSourceException(
                      "%s is no sitemap (%s); check the address or set another kind"
                          .formatted(page.url(), e.getMessage()),
                      e));
    }
  }

  private static SiteMapParser parser() {
    SiteMapParser parser = new SiteMapParser(false, true);
    // Strictly: the addresses of images (image:loc) are no pages. Files with no or an unknown
    // namespace are left to the second pass.
    parser.setStrictNamespace(true);
    parser.setAllowDocTypeDefinitions(false);
    parser.enableExtension(Extension.NEWS);
    return parser;
  }

  private static URL url(FetchedPage page) throws UnreadableSourceException {
    @Nullable HttpUrl url = HttpUrl.parse(page.url());
    if (url == null) {
      throw new UnreadableSourceException("no HTTP address: " + page.url());
    }
    return url.url();
  }

  private static Reading reading(String base, AbstractSiteMap parsed) {
    if (parsed instanceof SiteMapIndex index) {
      return parts(base, index);
    }
    List<FoundLink> links = new ArrayList<>();
    if (parsed instanceof SiteMap sitemap) {
      for (SiteMapURL url : sitemap.getSiteMapUrls()) {
        UrlIdentity.resolve(base, url.getUrl().toString())
            .ifPresent(address -> links.add(found(address, url)));
      }
    }
    links.sort(
        Comparator.comparing((FoundLink l) -> l.updated().or(l::published).orElse(Instant.EPOCH))
            .reversed());
    return new Reading(links, List.of());
  }

  private static Reading parts(String base, SiteMapIndex index) {
    List<String> parts = new ArrayList<>();
    Map<String, Instant> changed = new HashMap<>();
    index.getSitemaps().stream()
        .sorted(Comparator.comparing(SitemapReader::lastModified).reversed())
        .forEach(
            part ->
                UrlIdentity.resolve(base, part.getUrl().toString())
                    .ifPresent(
                        url -> {
                          parts.add(url);
                          Optional.ofNullable(part.getLastModified())
                              .ifPresent(date -> changed.put(url, date.toInstant()));
                        }));
    return new Reading(List.of(), parts, false, changed);
  }

  private static Instant lastModified(AbstractSiteMap part) {
    return Optional.ofNullable(part.getLastModified()).map(Date::toInstant).orElse(Instant.EPOCH);
  }

  private static FoundLink found(String address, SiteMapURL url) {
    Optional<NewsAttributes> news = news(url);
    return new FoundLink(
        address,
        news.flatMap(n -> Optional.ofNullable(n.getTitle())),
        news.flatMap(n -> Optional.ofNullable(n.getPublicationDateTime()))
            .map(ZonedDateTime::toInstant),
        Optional.ofNullable(url.getLastModified()).map(Date::toInstant));
  }

  private static Optional<NewsAttributes> news(SiteMapURL url) {
    ExtensionMetadata @Nullable [] attributes = url.getAttributesForExtension(Extension.NEWS);
    return attributes != null && attributes.length > 0 && attributes[0] instanceof NewsAttributes n
        ? Optional.of(n)
        : Optional.empty();
  }
}

package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.RegistrableDomain;
import dev.civicwire.ingest.url.UrlIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds what a site offers a crawler: the feeds its page declares, the sitemaps its robots.txt
/// names, and selectors of what looks like a list of articles.
public final class Discovery {
  private static final Set<String> FEEDS =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/json",
          "text/xml",
          "application/xml");
  private static final int MIN_LINKS = 5;
  private static final int MIN_TITLE = 15;
  private static final int MAX_LISTINGS = 3;
  private static final int ANCESTORS = 3;

  private Discovery() {}

  /// A source that may be added to a file.
  ///
  /// @param kind word of the source file
  /// @param link CSS selector of a listing's links
  /// @param next CSS selector of what leads to a listing's next page
  /// @param why what it was found by
  public record Candidate(
      String kind, String url, Optional<String> link, Optional<String> next, String why) {
    /// One whose kind needs no selectors.
    public Candidate(String kind, String url, String why) {
      this(kind, url, Optional.empty(), Optional.empty(), why);
    }
  }

  /// What `page` offers, feeds first.
  ///
  /// @param sitemaps that robots.txt names, or that are there by convention
  public static List<Candidate> of(FetchedPage page, List<String> sitemaps) {
    String html = new String(page.body().toByteArray(), StandardCharsets.UTF_8);
    Document document = Jsoup.parse(html, page.url());
    List<Candidate> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Element link : document.select("link[rel~=(?i)\\balternate\\b][href], a[href]")) {
      feed(link).filter(c -> seen.add(c.url())).ifPresent(found::add);
    }
    for (String sitemap : sitemaps) {
      UrlIdentity.resolve(page.url(), sitemap)
          .filter(seen::add)
          .ifPresent(url -> found.add(new Candidate("sitemap", url, "named by robots.txt")));
    }
    found.addAll(listings(page.url(), document));
    return found;
  }

  private static Optional<Candidate> feed(Element link) {
    String type = link.attr("type").toLowerCase(Locale.ROOT);
    boolean declared = link.nameIs("link") && FEEDS.contains(type);
    String path = link.attr("href").toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
    boolean named =
        link.nameIs("a")
            && (path.endsWith(".rss") || path.endsWith(".atom") || path.matches(".*/(feed|rss)/?"));
    return declared || named
        ? address(link)
            .map(
                url ->
                    new Candidate(
                        "feed", url, declared ? "declared by the page" : "linked as a feed"))
        : Optional.empty();
  }

  /// As the page says where it stands (`base href`), or else where it came from.
  private static Optional<String> address(Element link) {
    return UrlIdentity.resolve(link.baseUri(), link.attr("href"));
  }

  /// Selectors that find many links with titles to pages of the same site.
  private static List<Candidate> listings(String page, Document document) {
    Map<String, Set<String>> bySelector = new LinkedHashMap<>();
    String host = UrlIdentity.host(page).orElse("");
    for (Element link : document.select("a[href]")) {
      Optional<String> url = address(link);
      boolean titled = link.text().strip().length() >= MIN_TITLE;
      boolean here =
          url.flatMap(UrlIdentity::host)
              .map(other -> RegistrableDomain.same(host, other))
              .orElse(false);
      if (titled && here && link.closest("nav, header, footer, form") == null) {
        selector(link)
            .ifPresent(
                css ->
                    bySelector
                        .computeIfAbsent(css, c -> new LinkedHashSet<>())
                        .add(url.orElse("")));
      }
    }
    Optional<String> next = NextLinks.selector(document);
    return bySelector.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= MIN_LINKS)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Set<String>> e) -> e.getValue().size())
                .reversed())
        .limit(MAX_LISTINGS)
        .map(
            entry ->
                new Candidate(
                    "listing",
                    page,
                    Optional.of(entry.getKey()),
                    next,
                    "%d links like %s"
                        .formatted(entry.getValue().size(), entry.getValue().iterator().next())))
        .collect(Collectors.toList());
  }

  /// The nearest ancestor with a class, then the link; a heading between them makes it surer.
  private static Optional<String> selector(Element link) {
    @Nullable Element ancestor = link.parent();
    String end = "a";
    if (ancestor != null && ancestor.tagName().matches("h[1-6]")) {
      end = ancestor.tagName() + " a";
    }
    for (int i = 0; i < ANCESTORS && ancestor != null; i++) {
      Optional<String> name =
          ancestor.classNames().stream().filter(c -> c.matches("[A-Za-z][\\w-]*")).findFirst();
      if (name.isPresent()) {
        return Optional.of(ancestor.tagName() + "." + name.get() + " " + end);
      }
      ancestor = ancestor.parent();
    }
    return Optional.empty();
  }
}

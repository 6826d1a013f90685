package dev.civicwire.ingest.extract;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Provenance;
import dev.civicwire.ingest.FetchedPage;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the metadata of one page, each value with where it came from.
final class MetadataReader {
  private static final int MAX_TAGS = 40;
  private static final int MAX_TAG = 60;

  private final FetchedPage page;
  private final PageFacts facts;
  private final StructuredData data;
  private final List<Provenance> provenance = new ArrayList<>();

  MetadataReader(FetchedPage page, PageFacts facts, StructuredData data) {
    this.page = page;
    this.facts = facts;
    this.data = data;
  }

  /// Where the values that were asked for came from, in the order of asking.
  List<Provenance> provenance() {
    return List.copyOf(provenance);
  }

  /// Notes where `found` came from, and gives its value.
  <T> Optional<T> noted(String field, Optional<Found<T>> found) {
    found.ifPresent(
        f ->
            provenance.add(
                new Provenance(field, f.from(), round(f.confidence()), note(f.value()))));
    return found.map(Found::value);
  }

  private static double round(double confidence) {
    return Math.round(confidence * 100) / 100.0;
  }

  private static Optional<String> note(Object value) {
    if (value instanceof PartialDate date) {
      int length = date.value().length();
      return Optional.of(
          length <= 10
              ? "day"
              : date.value().matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? "instant" : "local time");
    }
    return Optional.empty();
  }

  Optional<Found<String>> site() {
    return firstMeta(0.9, "og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
        .or(
            () ->
                data.article()
                    .flatMap(
                        t ->
                            data.text(t.node(), "publisher")
                                .map(name -> new Found<>(name, t.from(), 0.85))));
  }

  Optional<Found<String>> title(String site) {
    Optional<String> headline =
        data.article()
            .flatMap(t -> data.text(t.node(), "headline"))
            .or(() -> data.jobPosting().flatMap(t -> data.text(t.node(), "title")));
    return TitleFinder.find(facts, headline, site, host());
  }

  /// Host of the page without `www.`, empty where the address has none.
  String host() {
    try {
      String host = URI.create(page.url()).getHost();
      return host == null ? "" : host.replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// Reads dates of this page: none is later than the day after it was fetched.
  DateText dates() {
    LocalDate latest = LocalDate.ofInstant(page.fetchedAt(), ZoneOffset.UTC).plusDays(1);
    String language =
        Texts.lower(
            facts.language.isEmpty() ? facts.firstMeta("og:locale").orElse("") : facts.language);
    boolean american = language.startsWith("en-us") || language.startsWith("en_us");
    boolean plain = language.isEmpty() || language.equals("en");
    boolean british = host().matches(".*\\.(uk|au|nz|ie|in|za|scot|wales)$");
    return new DateText(latest, (american || plain) && !british);
  }

  Optional<Found<String>> section() {
    return data.article()
        .flatMap(t -> data.text(t.node(), "articleSection").map(s -> new Found<>(s, t.from(), 0.9)))
        .or(
            () ->
                firstMeta(
                    0.85,
                    "article:section",
                    "og:article:section",
                    "parsely-section",
                    "section",
                    "dc.subject"))
        .filter(found -> found.value().length() <= MAX_TAG);
  }

  Optional<Found<String>> image() {
    Optional<Found<String>> structured =
        data.article().flatMap(t -> imageOf(t.node()).map(url -> new Found<>(url, t.from(), 0.85)));
    return firstMeta(0.9, "og:image", "og:image:url", "twitter:image", "twitter:image:src")
        .or(() -> structured)
        .flatMap(
            found ->
                absolute(found.value())
                    .map(url -> new Found<>(url, found.from(), found.confidence())));
  }

  private Optional<String> imageOf(JsonNode node) {
    for (JsonNode value : StructuredData.list(node.path("image"))) {
      JsonNode image = data.resolve(value);
      String url =
          image.isObject()
              ? image.path("url").asString(image.path("contentUrl").asString(""))
              : image.asString("");
      if (!url.isBlank()) {
        return Optional.of(url);
      }
    }
    return Optional.empty();
  }

  private Optional<String> absolute(String url) {
    try {
      URI uri = URI.create(page.url()).resolve(url.strip().replace(" ", "%20"));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web ? Optional.of(uri.toString()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<Found<List<String>>> tags() {
    Set<String> tags = new LinkedHashSet<>();
    String from = "article:tag";
    facts.meta("article:tag").forEach(value -> addTags(tags, value));
    if (tags.isEmpty()) {
      from = "json-ld";
      data.article()
          .ifPresent(
              t ->
                  StructuredData.list(t.node().path("keywords"))
                      .forEach(v -> addTags(tags, keyword(v))));
    }
    if (tags.isEmpty()) {
      from = "rel-tag";
      facts.tagLinks.forEach(link -> addTags(tags, link.element().text()));
    }
    if (tags.isEmpty()) {
      from = "keywords";
      facts
          .firstMeta(
              "news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dcterms.subject")
          .ifPresent(value -> addTags(tags, value));
    }
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found<>(List.copyOf(tags), from, 0.8));
  }

  private static String keyword(JsonNode node) {
    return node.isObject() ? node.path("name").asString("") : node.asString("");
  }

  private static void addTags(Set<String> tags, String value) {
    for (String part : Texts.plain(value).split("[,;]")) {
      String tag = Texts.fold(part);
      if (!tag.isEmpty() && tag.length() <= MAX_TAG && tags.size() < MAX_TAGS) {
        tags.add(tag);
      }
    }
  }

  /// What the page declares as its own address.
  Optional<Found<String>> canonical() {
    Optional<String> link = facts.canonicalLink();
    if (link.isPresent()) {
      return Optional.of(new Found<>(link.get(), "rel-canonical", 0.95));
    }
    return firstMeta(0.8, "og:url");
  }

  private Optional<Found<String>> firstMeta(double confidence, String... names) {
    for (String name : names) {
      Optional<String> value = facts.firstMeta(name);
      if (value.isPresent()) {
        return Optional.of(new Found<>(Texts.fold(Texts.plain(value.get())), name, confidence));
      }
    }
    return Optional.empty();
  }
}

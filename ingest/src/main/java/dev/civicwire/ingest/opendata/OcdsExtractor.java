package dev.civicwire.ingest.opendata;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Provenance;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The article of one OCDS release: its description, and value, dates, buyer and awards as labelled
/// lines, so that every value that is tagged has its place in the text.
public final class OcdsExtractor implements Extractor {
  private static final String VERSION = "ocds/1";

  /// Whether `page` is a release as a source handed it on.
  public static boolean takes(FetchedPage page) {
    return page.contentType()
        .map(type -> type.toLowerCase(Locale.ROOT).contains("profile=ocds-release"))
        .orElse(false);
  }

  @Override
  public Extraction extract(FetchedPage page, String source) {
    try {
      JsonNode release = Json.mapper().readTree(page.body().toByteArray());
      Optional<String> title = Json.text(release.path("tender").path("title"));
      String text = new OcdsText(release).text();
      if (title.isEmpty() || text.isEmpty()) {
        return new Extraction.Refused(
            "no-text", page.url() + " is a release without a title or a description");
      }
      return new Extraction.Found(article(page, source, release, title.get(), text));
    } catch (JacksonException e) {
      return new Extraction.Refused(
          "not-json", "%s is no JSON: %s".formatted(page.url(), e.getOriginalMessage()));
    }
  }

  private static Article article(
      FetchedPage page, String source, JsonNode release, String title, String text) {
    String canonical = UrlIdentity.of(page.url());
    Optional<PartialDate> published = Json.text(release.path("date")).flatMap(PartialDate::parse);
    List<String> tags = new ArrayList<>();
    Json.text(release.path("tender").path("classification").path("description"))
        .ifPresent(tags::add);
    List<Provenance> provenance = new ArrayList<>();
    provenance.add(new Provenance("title", "ocds", 1.0, Optional.empty()));
    published.ifPresent(
        date -> provenance.add(new Provenance("published", "ocds", 1.0, Optional.empty())));
    return Article.builder(page.url(), canonical, source)
        .published(published)
        .language(Json.text(release.path("language")))
        .site(UrlIdentity.host(page.url()))
        .tags(tags)
        .truncated(page.truncated())
        .provenance(provenance)
        .build(title, text, page.fetchedAt(), VERSION);
  }
}

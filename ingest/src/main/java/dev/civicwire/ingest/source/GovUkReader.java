package dev.civicwire.ingest.source;

import dev.civicwire.contract.Json;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The results of `/api/search.json` (its fields `link`, `title`, `public_timestamp`), or a
/// document of `/api/content/…` with the documents it groups.
final class GovUkReader implements SourceReader {
  @Override
  public Reading read(FetchedPage page) throws UnreadableSourceException {
    JsonNode root = parse(page);
    List<FoundLink> links = new ArrayList<>();
    if (root.path("results").isArray()) {
      root.path("results")
          .forEach(r -> add(links, page.url(), r, "link", "public_timestamp", "public_timestamp"));
    } else if (root.path("base_path").isString()) {
      addDocument(links, page.url(), root);
      root.path("links").path("documents").forEach(d -> addDocument(links, page.url(), d));
      root.path("links").path("children").forEach(d -> addDocument(links, page.url(), d));
    } else {
      throw new UnreadableSourceException(
          page.url()
              + " is JSON of neither GOV.UK's search nor its content API; check the address");
    }
    return new Reading(links, older(page.url(), root, links.size()));
  }

  /// The next page of a search, which tells how many results there are.
  private static List<String> older(String url, JsonNode root, int here) {
    int next = root.path("start").asInt(0) + here;
    @Nullable HttpUrl parsed = HttpUrl.parse(url);
    return parsed == null || here == 0 || next >= root.path("total").asInt(0)
        ? List.of()
        : List.of(parsed.newBuilder().setQueryParameter("start", String.valueOf(next)).toString());
  }

  private static void addDocument(List<FoundLink> links, String base, JsonNode document) {
    add(links, base, document, "base_path", "first_published_at", "public_updated_at");
  }

  private static void add(
      List<FoundLink> links,
      String base,
      JsonNode node,
      String link,
      String published,
      String updated) {
    Json.text(node.path(link))
        .flatMap(path -> UrlIdentity.resolve(base, path))
        .ifPresent(
            url ->
                links.add(
                    new FoundLink(
                        url,
                        Json.text(node.path("title")),
                        Json.instant(node.path(published)),
                        Json.instant(node.path(updated)))));
  }

  private static JsonNode parse(FetchedPage page) throws UnreadableSourceException {
    try {
      return Json.mapper().readTree(page.body().toByteArray());
    } catch (JacksonException e) {
      throw new UnreadableSourceException(
          "%s is no JSON: %s".formatted(page.url(), e.getOriginalMessage()), e);
    }
  }
}

package dev.civicwire.ingest.source;

import dev.civicwire.contract.Json;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
final class JsonFeed {
  private static final int SNIFFED = 64;

  private JsonFeed() {}

  static boolean looksLike(byte[] body) {
    for (int i = 0; i < Math.min(body.length, SNIFFED); i++) {
      byte b = body[i];
      if (b > ' ' || b == '{') {
        return b == '{';
      }
    }
    return false;
  }

  static Reading read(String base, byte[] body) throws UnreadableSourceException {
    JsonNode feed = parse(base, body);
    if (!feed.path("items").isArray()) {
      throw new UnreadableSourceException(
          base + " is JSON without the items of a JSON feed; check the address");
    }
    List<FoundLink> links = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      Json.text(item.path("url"))
          .or(() -> Json.text(item.path("external_url")))
          .or(() -> Json.text(item.path("id")).filter(id -> id.startsWith("http")))
          .flatMap(link -> UrlIdentity.resolve(base, link))
          .ifPresent(url -> links.add(found(url, item)));
    }
    return new Reading(
        links,
        Json.text(feed.path("next_url")).flatMap(next -> UrlIdentity.resolve(base, next)).stream()
            .toList());
  }

  private static FoundLink found(String url, JsonNode item) {
    return new FoundLink(
        url,
        Json.text(item.path("title")),
        Json.instant(item.path("date_published")),
        Json.instant(item.path("date_modified")));
  }

  private static JsonNode parse(String base, byte[] body) throws UnreadableSourceException {
    try {
      return Json.mapper().readTree(body);
    } catch (JacksonException e) {
      throw new UnreadableSourceException(
          "%s is no JSON feed: %s".formatted(base, e.getOriginalMessage()), e);
    }
  }
}

package dev.civicwire.ingest.source;

import dev.civicwire.contract.Json;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      text(item, "url")
          .or(() -> text(item, "external_url"))
          .or(() -> text(item, "id").filter(id -> id.startsWith("http")))
          .flatMap(link -> UrlIdentity.resolve(base, link))
          .ifPresent(url -> links.add(found(url, item)));
    }
    return new Reading(links, List.of());
  }

  private static FoundLink found(String url, JsonNode item) {
    return new FoundLink(
        url,
        text(item, "title"),
        text(item, "date_published").flatMap(JsonFeed::instant),
        text(item, "date_modified").flatMap(JsonFeed::instant));
  }

  private static JsonNode parse(String base, byte[] body) throws UnreadableSourceException {
    try {
      return Json.mapper().readTree(body);
    } catch (JacksonException e) {
      throw new UnreadableSourceException(
          "%s is no JSON feed: %s".formatted(base, e.getOriginalMessage()), e);
    }
  }

  private static Optional<String> text(JsonNode item, String name) {
    JsonNode value = item.path(name);
    return value.isString()
        ? Optional.of(value.stringValue().strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

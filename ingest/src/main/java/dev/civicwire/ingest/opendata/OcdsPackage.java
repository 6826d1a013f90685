package dev.civicwire.ingest.opendata;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.Payload;
import dev.civicwire.ingest.url.UrlIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A release package: what happened to some procurements.
///
/// @param releases of the package, in its order
/// @param next address of the next package, where there is one
public record OcdsPackage(List<Release> releases, Optional<String> next) {
  /// Content type under which one release is handed on; the crawl's own.
  public static final String RELEASE_TYPE = "application/json; profile=ocds-release";

  public OcdsPackage {
    releases = List.copyOf(releases);
  }

  /// One release.
  ///
  /// @param url of the notice's page; of the package with the procurement's id where it has none
  /// @param title of the tender
  /// @param date of the release
  /// @param body the release as JSON
  public record Release(String url, Optional<String> title, Optional<Instant> date, Payload body) {}

  /// Reads a package from `base`; a record package (`records`) gives its compiled releases.
  ///
  /// @return empty where it is no such package
  public static Optional<OcdsPackage> read(String base, byte[] body) {
    try {
      JsonNode root = Json.mapper().readTree(body);
      JsonNode releases = root.path("releases");
      List<Release> found = new ArrayList<>();
      if (releases.isArray()) {
        releases.forEach(release -> release(base, release).ifPresent(found::add));
      } else if (root.path("records").isArray()) {
        root.path("records")
            .forEach(r -> release(base, r.path("compiledRelease")).ifPresent(found::add));
      } else {
        return Optional.empty();
      }
      Optional<String> next =
          Json.text(root.path("links").path("next"))
              .flatMap(link -> UrlIdentity.resolve(base, link));
      return Optional.of(new OcdsPackage(found, next));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Release> release(String base, JsonNode release) {
    if (!release.isObject() || Json.text(release.path("ocid")).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Release(
            address(base, release),
            Json.text(release.path("tender").path("title")),
            Json.instant(release.path("date")),
            new Payload(
                Json.mapper().writeValueAsString(release).getBytes(StandardCharsets.UTF_8))));
  }

  /// The notice's page among the documents of tender, planning and awards.
  private static String address(String base, JsonNode release) {
    List<JsonNode> places = new ArrayList<>();
    places.add(release.path("tender"));
    places.add(release.path("planning"));
    release.path("awards").forEach(places::add);
    for (JsonNode place : places) {
      for (JsonNode document : place.path("documents")) {
        boolean notice = Json.text(document.path("documentType")).orElse("").endsWith("Notice");
        Optional<String> url =
            Json.text(document.path("url")).flatMap(link -> UrlIdentity.resolve(base, link));
        if (notice && url.isPresent()) {
          return url.get();
        }
      }
    }
    String ocid = Json.text(release.path("ocid")).orElse("");
    String page = base.replaceFirst("[?#].*", "");
    return UrlIdentity.resolve(page, "?ocid=" + ocid).orElse(page);
  }
}

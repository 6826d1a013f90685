package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.TaggedArticle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Records to bytes and back. Decoding never throws: what cannot be read is named.
///
/// @param <T> what the topic carries
final class Codec<T> {
  static final Codec<Article> ARTICLE =
      new Codec<>(Article.class, Article.SCHEMA_VERSION, Article::schemaVersion, Article::id);
  static final Codec<TaggedArticle> TAGGED_ARTICLE =
      new Codec<>(
          TaggedArticle.class,
          TaggedArticle.SCHEMA_VERSION,
          TaggedArticle::schemaVersion,
          TaggedArticle::id);

  /// Crawl states carry no version: only one program reads them.
  static final Codec<CrawlState> CRAWL_STATE =
      new Codec<>(CrawlState.class, 0, state -> 0, CrawlState::key);

  private final Class<T> type;
  private final int newest;
  private final ToIntFunction<T> version;
  private final Function<T, @Nullable String> key;

  private Codec(
      Class<T> type, int newest, ToIntFunction<T> version, Function<T, @Nullable String> key) {
    this.type = type;
    this.newest = newest;
    this.version = version;
    this.key = key;
  }

  /// @throws JacksonException where the record holds what JSON cannot, such as half a character
  byte[] encode(T value) {
    return Json.mapper().writerFor(type).writeValueAsBytes(value);
  }

  Decoded<T> decode(byte @Nullable [] recordKey, byte @Nullable [] bytes) {
    if (recordKey == null) {
      return new Decoded.Bad<>(Reasons.INVALID, "the record has no key");
    }
    if (bytes == null) {
      return new Decoded.Tombstone<>();
    }
    try {
      @Nullable T value = Json.mapper().readValue(bytes, type);
      return value == null ? noObject() : checked(value, text(recordKey));
    } catch (JacksonException | IllegalArgumentException e) {
      return diagnosed(bytes, e);
    }
  }

  private Decoded<T> checked(T value, String recordKey) {
    if (version.applyAsInt(value) > newest) {
      return newer(version.applyAsInt(value));
    }
    Optional<String> missing =
        value instanceof Record record ? Completeness.missing(record) : Optional.empty();
    if (missing.isPresent()) {
      return new Decoded.Bad<>(Reasons.INVALID, "the field " + missing.get() + " is missing");
    }
    if (version.applyAsInt(value) < Math.min(newest, 1)) {
      return new Decoded.Bad<>(Reasons.INVALID, "the field schema_version is missing");
    }
    String id = String.valueOf(key.apply(value));
    if (id.isBlank() || !id.equals(recordKey)) {
      return new Decoded.Bad<>(
          Reasons.INVALID, "the id '%s' is not the record's key '%s'".formatted(id, recordKey));
    }
    return new Decoded.Good<>(value);
  }

  /// Why bytes could not be read, found out only for those few.
  private Decoded<T> diagnosed(byte[] bytes, RuntimeException failure) {
    try {
      JsonNode tree = Json.mapper().readTree(bytes);
      if (!tree.isObject()) {
        return noObject();
      }
      int found = tree.path("schema_version").asInt(0);
      return found > newest && newest > 0
          ? newer(found)
          : new Decoded.Bad<>(
              Reasons.INVALID, "the record does not fit its schema: " + line(failure));
    } catch (JacksonException e) {
      return new Decoded.Bad<>(Reasons.NOT_JSON, "the record is no JSON: " + line(e));
    }
  }

  private Decoded<T> noObject() {
    return new Decoded.Bad<>(Reasons.NOT_JSON, "the record is no JSON object");
  }

  private Decoded<T> newer(int found) {
    return new Decoded.Bad<>(
        Reasons.NEWER_SCHEMA,
        "the record has schema version %d and this program reads up to %d: update it, then replay"
            .formatted(found, newest));
  }

  private static String line(RuntimeException failure) {
    if (failure instanceof JacksonException e) {
      String path = e.getPathReference();
      String where = path == null || path.isEmpty() ? "" : " at " + path;
      return e.getOriginalMessage().lines().findFirst().orElse("") + where;
    }
    return String.valueOf(failure.getMessage());
  }

  static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}

package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.TaggedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// The CloudEvents 1.0 headers of a record in binary mode, so that the value is the bare JSON.
///
/// @param id unique among the events of `source`
/// @param source the stage
/// @param type what happened
/// @param time when
/// @param subject the article's URL
/// @param schema `$id` of the JSON Schema of the value
record EventHeaders(
    String id, String source, String type, Instant time, String subject, String schema) {
  static final String JSON = "application/json";
  static final String CONTENT_TYPE = "content-type";

  static EventHeaders of(Article article) {
    return new EventHeaders(
        article.id() + "@" + article.fetchedAt(),
        "/civicwire/ingest",
        "dev.civicwire.article.v1",
        article.fetchedAt(),
        article.canonicalUrl(),
        "urn:civicwire:schema:article.v1");
  }

  static EventHeaders of(TaggedArticle tagged) {
    return new EventHeaders(
        tagged.id() + "@" + tagged.taggedAt(),
        "/civicwire/enrich",
        "dev.civicwire.tagged-article.v1",
        tagged.taggedAt(),
        tagged.url(),
        "urn:civicwire:schema:tagged-article.v1");
  }

  Headers withTrace(String traceParent) {
    Headers headers = new RecordHeaders();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", source);
    put(headers, "ce_type", type);
    put(headers, "ce_time", time.toString());
    put(headers, "ce_subject", subject);
    put(headers, "ce_dataschema", schema);
    put(headers, CONTENT_TYPE, JSON);
    put(headers, TraceParent.HEADER, traceParent);
    return headers;
  }

  static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /// The last value under that name, or an empty string.
  static String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : Codec.text(header.value());
  }
}

package dev.civicwire.contract;

import java.time.Instant;
import java.util.Optional;

/// What a stage could not handle, with its reason; kept in the rejected topic until replayed.
///
/// @param stage that refused it: `ingest`, `enrich` or `index`
/// @param reason a short code such as `not-json`, `newer-schema`, `too-large`, `empty-text`
/// @param message one line that says what, where and what to do
/// @param key of the record, the article's id where known
/// @param topic from which it came; empty where it did not come from a topic
/// @param partition of that topic, -1 where none
/// @param offset in that partition, -1 where none
/// @param url where known
/// @param at when
/// @param payload the record's bytes as they were
public record Rejection(
    String stage,
    String reason,
    String message,
    String key,
    Optional<String> topic,
    int partition,
    long offset,
    Optional<String> url,
    Instant at,
    Payload payload) {}

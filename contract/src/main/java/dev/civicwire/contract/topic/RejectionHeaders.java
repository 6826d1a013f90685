package dev.civicwire.contract.topic;

import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// A rejection as headers, beside those of the record that was rejected: the value stays that
/// record's own bytes, so that a replay is exact and any tool can look at it.
final class RejectionHeaders {
  static final String PREFIX = "dlq.";
  static final String STAGE = "dlq.stage";
  static final String REASON = "dlq.reason";
  static final String MESSAGE = "dlq.message";
  static final String TOPIC = "dlq.topic";
  static final String PARTITION = "dlq.partition";
  static final String OFFSET = "dlq.offset";
  static final String URL = "dlq.url";
  static final String AT = "dlq.at";
  static final String PAYLOAD_BYTES = "dlq.payload_bytes";

  /// Set on a marker, a record without a value: `partition:offset` of the rejection that it
  /// settles.
  static final String REPLAYED = "dlq.replayed";

  private static final int LONGEST_TEXT = 2_000;

  private RejectionHeaders() {}

  static Headers of(Rejection rejection, Headers original) {
    Headers headers = new RecordHeaders();
    for (Header header : original) {
      if (!header.key().startsWith(PREFIX)) {
        headers.add(header);
      }
    }
    EventHeaders.put(headers, STAGE, rejection.stage());
    EventHeaders.put(headers, REASON, rejection.reason());
    EventHeaders.put(headers, MESSAGE, line(rejection.message()));
    rejection.topic().ifPresent(topic -> EventHeaders.put(headers, TOPIC, topic));
    EventHeaders.put(headers, PARTITION, Integer.toString(rejection.partition()));
    EventHeaders.put(headers, OFFSET, Long.toString(rejection.offset()));
    rejection.url().ifPresent(url -> EventHeaders.put(headers, URL, line(url)));
    EventHeaders.put(headers, AT, rejection.at().toString());
    EventHeaders.put(headers, PAYLOAD_BYTES, Integer.toString(rejection.payload().size()));
    return headers;
  }

  /// The headers that the rejected record had itself.
  static Headers original(Headers headers) {
    Headers original = new RecordHeaders();
    for (Header header : headers) {
      if (!header.key().startsWith(PREFIX)) {
        original.add(header);
      }
    }
    return original;
  }

  static Rejection rejection(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    byte[] value = record.value();
    return new Rejection(
        EventHeaders.get(headers, STAGE),
        EventHeaders.get(headers, REASON),
        EventHeaders.get(headers, MESSAGE),
        Codec.text(record.key()),
        some(EventHeaders.get(headers, TOPIC)),
        (int) number(EventHeaders.get(headers, PARTITION), -1),
        number(EventHeaders.get(headers, OFFSET), -1),
        some(EventHeaders.get(headers, URL)),
        time(EventHeaders.get(headers, AT), record.timestamp()),
        new Payload(value == null ? new byte[0] : value));
  }

  static long number(String text, long otherwise) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static Instant time(String text, long otherwise) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(otherwise);
    }
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String line(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
  }
}

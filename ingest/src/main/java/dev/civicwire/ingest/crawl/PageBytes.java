package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page's state as few bytes, about a quarter of what its record takes: crawls remember millions.
/// Names of sources and outcomes are numbered, hashes are kept as bytes. For one thread at a time.
final class PageBytes {
  private static final int SHORT = 0x7f;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private static final int HOST = 1;
  private static final int DETAIL = 1 << 1;
  private static final int ETAG = 1 << 2;
  private static final int MODIFIED = 1 << 3;
  private static final int HASH = 1 << 4;
  private static final int ARTICLE = 1 << 5;
  private static final int PLAIN_HASH = 1 << 6;
  private static final int PLAIN_ARTICLE = 1 << 7;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  byte[] encode(OfUrl page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    boolean ownHost = UrlIdentity.host(page.url()).orElse("").equals(page.host());
    int flags =
        (ownHost ? 0 : HOST)
            | flag(page.detail(), DETAIL)
            | flag(page.etag(), ETAG)
            | flag(page.lastModified(), MODIFIED)
            | flag(page.contentHash(), HASH)
            | flag(page.articleId(), ARTICLE)
            | (isHex(page.contentHash()) ? 0 : PLAIN_HASH)
            | (isHex(page.articleId()) ? 0 : PLAIN_ARTICLE);
    out.write(flags);
    number(out, number(page.source()));
    number(out, number(page.outcome()));
    instant(out, page.fetchedAt());
    instant(out, page.nextDue());
    number(out, page.failures());
    text(out, page.url());
    if (!ownHost) {
      text(out, page.host());
    }
    page.detail().ifPresent(text -> text(out, text));
    page.etag().ifPresent(text -> text(out, text));
    page.lastModified().ifPresent(text -> text(out, text));
    hash(out, page.contentHash());
    hash(out, page.articleId());
    return out.toByteArray();
  }

  OfUrl decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int flags = in.get();
    String source = names.get((int) number(in));
    String outcome = names.get((int) number(in));
    Instant fetchedAt = instant(in);
    Instant nextDue = instant(in);
    int failures = (int) number(in);
    String url = text(in);
    String host = (flags & HOST) == 0 ? UrlIdentity.host(url).orElse("") : text(in);
    return new OfUrl(
        url,
        host,
        source,
        outcome,
        optional(in, flags, DETAIL),
        optional(in, flags, ETAG),
        optional(in, flags, MODIFIED),
        hash(in, flags, HASH, PLAIN_HASH),
        hash(in, flags, ARTICLE, PLAIN_ARTICLE),
        fetchedAt,
        nextDue,
        failures);
  }

  private static int flag(Optional<String> value, int flag) {
    return value.isPresent() ? flag : 0;
  }

  private int number(String name) {
    return numbers.computeIfAbsent(
        name,
        fresh -> {
          names.add(fresh);
          return names.size() - 1;
        });
  }

  private static boolean isHex(Optional<String> value) {
    return value
        .filter(hex -> hex.length() % 2 == 0)
        .filter(hex -> hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
        .isPresent();
  }

  private static void hash(ByteArrayOutputStream out, Optional<String> value) {
    value.ifPresent(
        text ->
            bytes(
                out,
                isHex(value)
                    ? HexFormat.of().parseHex(text)
                    : text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> hash(ByteBuffer in, int flags, int flag, int plain) {
    if ((flags & flag) == 0) {
      return Optional.empty();
    }
    byte[] bytes = bytes(in);
    return Optional.of(
        (flags & plain) == 0
            ? HexFormat.of().formatHex(bytes)
            : new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<String> optional(ByteBuffer in, int flags, int flag) {
    return (flags & flag) == 0 ? Optional.empty() : Optional.of(text(in));
  }

  private static void instant(ByteArrayOutputStream out, Instant at) {
    number(out, at.getEpochSecond());
    number(out, at.getNano());
  }

  private static Instant instant(ByteBuffer in) {
    long second = number(in);
    return Instant.ofEpochSecond(second, number(in));
  }

  private static void text(ByteArrayOutputStream out, String text) {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
    number(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[(int) number(in)];
    in.get(bytes);
    return bytes;
  }

  /// Seven bits a byte, the lowest first.
  private static void number(ByteArrayOutputStream out, long number) {
    long left = number;
    while ((left & ~SHORT) != 0) {
      out.write((int) (left & SHORT) | MORE);
      left >>>= BITS;
    }
    out.write((int) left);
  }

  private static long number(ByteBuffer in) {
    long number = 0;
    int shift = 0;
    byte next = in.get();
    while ((next & MORE) != 0) {
      number |= (long) (next & SHORT) << shift;
      shift += BITS;
      next = in.get();
    }
    return number | ((long) next << shift);
  }
}

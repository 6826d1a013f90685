package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.crawl.PageTable.PageHash;
import dev.civicwire.ingest.url.UrlIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page's state as few bytes, about a fifth of what its record takes: crawls remember millions.
/// Names of sources, outcomes and sites are numbered, hashes are kept as bytes, and the id of the
/// article at the page's own address is its key. For one thread at a time.
final class PageBytes {
  private static final int HOST = 1;
  private static final int DETAIL = 1 << 1;
  private static final int ETAG = 1 << 2;
  private static final int MODIFIED = 1 << 3;
  private static final int HASH = 1 << 4;
  private static final int ARTICLE = 1 << 5;
  private static final int PLAIN_HASH = 1 << 6;
  private static final int PLAIN_ARTICLE = 1 << 7;
  private static final int OWN_ARTICLE = 1 << 8;

  private final Numbers names = new Numbers();
  private final Numbers origins = new Numbers();

  /// By the numbers of the origins.
  private final List<String> hosts = new ArrayList<>();

  private final ByteWriter out = new ByteWriter();

  /// Texts that come again and again.
  private static final class Numbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int of(String text) {
      return numbers.computeIfAbsent(
          text,
          fresh -> {
            texts.add(fresh);
            return texts.size() - 1;
          });
    }

    String text(long number) {
      return texts.get((int) number);
    }
  }

  /// The state as bytes, until the next one.
  ByteWriter encode(PageHash key, OfUrl page) {
    int path = path(page.url());
    int origin = origin(page.url().substring(0, path));
    boolean ownHost = hosts.get(origin).equals(page.host());
    boolean ownArticle = page.articleId().isPresent() && key.isOf(page.articleId().get());
    int flags =
        (ownHost ? 0 : HOST)
            | flag(page.detail(), DETAIL)
            | flag(page.etag(), ETAG)
            | flag(page.lastModified(), MODIFIED)
            | flag(page.contentHash(), HASH)
            | flag(page.articleId(), ARTICLE)
            | (isHex(page.contentHash()) ? 0 : PLAIN_HASH)
            | (isHex(page.articleId()) ? 0 : PLAIN_ARTICLE)
            | (ownArticle ? OWN_ARTICLE : 0);
    out.clear();
    out.number(flags);
    out.number(names.of(page.source()));
    out.number(names.of(page.outcome()));
    instant(page.fetchedAt());
    instant(page.nextDue());
    out.number(page.failures());
    out.number(origin);
    out.text(page.url().substring(path));
    if (!ownHost) {
      out.text(page.host());
    }
    page.detail().ifPresent(out::text);
    page.etag().ifPresent(out::text);
    page.lastModified().ifPresent(out::text);
    hash(page.contentHash(), flags, PLAIN_HASH);
    if (!ownArticle) {
      hash(page.articleId(), flags, PLAIN_ARTICLE);
    }
    return out;
  }

  OfUrl decode(PageHash key, ByteBuffer in) {
    int flags = (int) ByteWriter.number(in);
    String source = names.text(ByteWriter.number(in));
    String outcome = names.text(ByteWriter.number(in));
    Instant fetchedAt = instant(in);
    Instant nextDue = instant(in);
    int failures = (int) ByteWriter.number(in);
    int origin = (int) ByteWriter.number(in);
    String url = origins.text(origin) + ByteWriter.text(in);
    return new OfUrl(
        url,
        (flags & HOST) == 0 ? hosts.get(origin) : ByteWriter.text(in),
        source,
        outcome,
        optional(in, flags, DETAIL),
        optional(in, flags, ETAG),
        optional(in, flags, MODIFIED),
        hash(in, flags, HASH, PLAIN_HASH),
        (flags & OWN_ARTICLE) == 0
            ? hash(in, flags, ARTICLE, PLAIN_ARTICLE)
            : Optional.of(key.text()),
        fetchedAt,
        nextDue,
        failures);
  }

  /// Where the path of an address begins; 0 where `url` is none.
  private static int path(String url) {
    int authority = url.indexOf("://");
    int slash = authority < 0 ? -1 : url.indexOf('/', authority + "://".length());
    return Math.max(slash, 0);
  }

  private int origin(String origin) {
    int number = origins.of(origin);
    if (number == hosts.size()) {
      hosts.add(UrlIdentity.host(origin + "/").orElse(""));
    }
    return number;
  }

  private static int flag(Optional<String> value, int flag) {
    return value.isPresent() ? flag : 0;
  }

  private static boolean isHex(Optional<String> value) {
    if (value.isEmpty() || value.get().length() % 2 != 0) {
      return false;
    }
    String text = value.get();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private void hash(Optional<String> value, int flags, int plain) {
    if (value.isPresent() && (flags & plain) == 0) {
      out.sized(HexFormat.of().parseHex(value.get()));
    } else {
      value.ifPresent(out::text);
    }
  }

  private static Optional<String> hash(ByteBuffer in, int flags, int flag, int plain) {
    if ((flags & flag) == 0) {
      return Optional.empty();
    }
    byte[] bytes = ByteWriter.sized(in);
    return Optional.of(
        (flags & plain) == 0
            ? HexFormat.of().formatHex(bytes)
            : new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<String> optional(ByteBuffer in, int flags, int flag) {
    return (flags & flag) == 0 ? Optional.empty() : Optional.of(ByteWriter.text(in));
  }

  private void instant(Instant at) {
    out.number(at.getEpochSecond());
    out.number(at.getNano());
  }

  private static Instant instant(ByteBuffer in) {
    long second = ByteWriter.number(in);
    return Instant.ofEpochSecond(second, ByteWriter.number(in));
  }
}

package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Makes the dead letter of a page that holds no usable article.
public final class Rejections {
  /// A record in Kafka is limited; the beginning of a page is enough to see what it is.
  private static final int MAX_PAYLOAD = 256 * 1024;

  private Rejections() {}

  /// The dead letter of `page`; of its body the beginning is kept.
  public static Rejection of(FetchedPage page, String reason, String message, Instant now) {
    byte[] body = page.body().toByteArray();
    return new Rejection(
        "ingest",
        reason,
        message,
        ArticleId.of(UrlIdentity.of(page.url())),
        Optional.empty(),
        -1,
        -1,
        Optional.of(page.url()),
        now,
        body.length > MAX_PAYLOAD ? new Payload(Arrays.copyOf(body, MAX_PAYLOAD)) : page.body());
  }
}

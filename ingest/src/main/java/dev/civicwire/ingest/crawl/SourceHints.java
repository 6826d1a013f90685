package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Provenance;
import java.time.Instant;
import java.util.Optional;

/// What a source says of an article fills in what its page leaves out.
public final class SourceHints {
  /// Feeds give the date of entry into the feed more often than not.
  private static final double CONFIDENCE = 0.7;

  private SourceHints() {}

  /// `article`, with the date that its source gives where its page gives none.
  public static Article apply(Article article, Optional<Instant> published) {
    if (article.published().isPresent() || published.isEmpty()) {
      return article;
    }
    return article.withPublished(
        date(published.get()), new Provenance("published", "feed", CONFIDENCE, Optional.empty()));
  }

  private static PartialDate date(Instant instant) {
    return new PartialDate(Instant.ofEpochSecond(instant.getEpochSecond()).toString());
  }
}

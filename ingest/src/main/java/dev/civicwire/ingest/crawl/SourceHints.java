package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Provenance;
import dev.civicwire.ingest.source.FoundLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a source says of an article fills in what its page leaves out.
final class SourceHints {
  /// Feeds give the date of entry into the feed more often than not.
  private static final double CONFIDENCE = 0.7;

  private SourceHints() {}

  static Article apply(Article article, FoundLink link) {
    if (article.published().isPresent() || link.published().isEmpty()) {
      return article;
    }
    List<Provenance> provenance = new ArrayList<>(article.provenance());
    provenance.add(new Provenance("published", "feed", CONFIDENCE, Optional.empty()));
    return withPublished(article, date(link.published().get()), provenance);
  }

  private static PartialDate date(Instant instant) {
    return new PartialDate(Instant.ofEpochSecond(instant.getEpochSecond()).toString());
  }

  private static Article withPublished(
      Article a, PartialDate published, List<Provenance> provenance) {
    return new Article(
        a.schemaVersion(),
        a.id(),
        a.url(),
        a.canonicalUrl(),
        a.source(),
        a.title(),
        a.standfirst(),
        a.text(),
        a.captions(),
        a.authors(),
        Optional.of(published),
        a.modified(),
        a.language(),
        a.site(),
        a.section(),
        a.image(),
        a.tags(),
        a.licence(),
        a.aiGenerated(),
        a.access(),
        a.truncated(),
        a.gone(),
        a.jobPosting(),
        provenance,
        a.contentHash(),
        a.fetchedAt(),
        a.extractor());
  }
}

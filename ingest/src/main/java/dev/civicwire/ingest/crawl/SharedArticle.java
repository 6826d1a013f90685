package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfClaim;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.Optional;

/// An article as pages of several parts may give it: which of them does is told between their
/// crawls, so that it is not published by each. The page at the canonical address takes precedence.
///
/// @param id of the article
/// @param canonicalUrl of the article
/// @param canonical whether the page at hand is the one at that address
record SharedArticle(CrawlRun crawl, String id, String canonicalUrl, boolean canonical) {
  /// The page of another part that gives it, as far as was told.
  Optional<OfClaim> other() {
    return crawl.known().claim(id);
  }

  /// Whether it stays with a page of another part.
  boolean isTaken() {
    return !canonical && other().isPresent();
  }

  /// Whether another part has published it as it is.
  boolean isPublished(String contentHash) {
    return other().flatMap(OfClaim::contentHash).map(contentHash::equals).orElse(false);
  }

  /// Adds to `entry` what others have to be told when `url` gives the article from now on.
  Outbox.Entry told(Outbox.Entry entry, String url, String contentHash) {
    Optional<OfClaim> before = other();
    String host =
        before
            .map(OfClaim::url)
            .or(() -> Optional.of(canonicalUrl))
            .flatMap(UrlIdentity::host)
            .orElse("");
    if (host.isEmpty() || crawl.part().holds(host)) {
      return entry;
    }
    Outbox.Entry whole = entry.with(new OfClaim(id, host, url, Optional.of(contentHash)));
    before.ifPresent(taken -> crawl.known().forget(taken.key()));
    return before.map(whole::without).orElse(whole);
  }
}

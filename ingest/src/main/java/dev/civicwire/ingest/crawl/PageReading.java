package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfClaim;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.robots.RobotsTag;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.Optional;

/// What becomes of a page that came: a new article, a changed one, none.
///
/// @param visit that fetched it
/// @param states of the page
record PageReading(CrawlRun crawl, PageVisit visit, PageStates states) {
  void read(FetchedPage page) throws InterruptedException {
    crawl.tally().on(new CrawlEvent.Fetched(visit.source(), page.url(), page.body().size()));
    String agent = crawl.settings().productToken();
    if (RobotsTag.forbidsIndexing(page.robotsTags(), agent)) {
      visit.forbidden("noindex in X-Robots-Tag", Article.GoneReason.NOINDEX);
      return;
    }
    Extraction extraction = SafeExtraction.of(crawl.extractor(), page, visit.source());
    switch (extraction) {
      case Extraction.Found found -> found(page, found.article());
      case Extraction.Refused refused -> refused(page, refused.reason(), refused.message());
    }
  }

  /// Called before the commit: an article that is in the log is in the archive too.
  private void archive(FetchedPage page, Optional<String> articleId, boolean duplicate) {
    crawl
        .archive()
        .add(
            page,
            new PageArchive.Origin(visit.source(), articleId, visit.link().published(), duplicate));
  }

  private void refused(FetchedPage page, String reason, String message)
      throws InterruptedException {
    if (reason.equals("noindex")) {
      visit.forbidden("noindex in the page", Article.GoneReason.NOINDEX);
      return;
    }
    archive(page, Optional.empty(), false);
    Instant now = crawl.now();
    OfUrl state =
        states.without(Outcomes.REJECTED, reason + ": " + message, now, now.plus(Revisit.REJECTED));
    boolean told =
        states
            .before()
            .map(b -> b.outcome().equals(Outcomes.REJECTED) && b.detail().equals(state.detail()))
            .orElse(false);
    crawl.record(
        told
            ? Outbox.Entry.of(state)
            : Outbox.Entry.of(Rejections.of(page, reason, message, now), state),
        state);
    crawl.tally().on(new CrawlEvent.Refused(visit.source(), page.url(), reason, message));
  }

  private void found(FetchedPage page, Article extracted) throws InterruptedException {
    String identity = UrlIdentity.of(page.url());
    boolean canonical = identity.equals(extracted.canonicalUrl());
    SharedArticle shared =
        new SharedArticle(crawl, extracted.id(), extracted.canonicalUrl(), canonical);
    if (shared.isTaken()) {
      duplicate(page, extracted, shared.other().map(OfClaim::url));
      return;
    }
    Optional<OfUrl> owner = crawl.known().claim(extracted.id(), identity, canonical);
    if (crawl.known().isOwner(extracted.id(), identity)) {
      archive(page, Optional.of(extracted.id()), false);
      owned(page, SourceHints.apply(extracted, visit.link().published()), owner, shared);
      new MovedArticle(crawl, identity).tell(visit.chain());
    } else {
      duplicate(page, extracted, owner.map(OfUrl::url));
    }
  }

  private void duplicate(FetchedPage page, Article extracted, Optional<String> owner)
      throws InterruptedException {
    archive(page, Optional.of(extracted.id()), true);
    Instant due = crawl.now().plus(Revisit.DUPLICATE);
    crawl.record(states.duplicate(page, extracted, owner.orElse(extracted.canonicalUrl()), due));
    crawl.tally().on(new CrawlEvent.Nothing(visit.source(), page.url(), Outcomes.DUPLICATE));
  }

  /// The article is this page's. What is known of it stems from this page or from a former owner.
  private void owned(FetchedPage page, Article article, Optional<OfUrl> owner, SharedArticle shared)
      throws InterruptedException {
    Instant now = crawl.now();
    Optional<OfUrl> known = owner.filter(o -> o.articleId().equals(Optional.of(article.id())));
    boolean wasGone =
        known
            .map(k -> k.outcome().equals(Outcomes.GONE) || k.contentHash().isEmpty())
            .orElse(false);
    boolean same =
        known.flatMap(OfUrl::contentHash).map(article.contentHash()::equals).orElse(false)
            || shared.isPublished(article.contentHash());
    if (same && !wasGone) {
      OfUrl state =
          states.unchanged(page, article, crawl.revisit().afterNoChange(states.before(), now));
      Outbox.Entry entry = Outbox.Entry.of(state);
      boolean takesOver = shared.other().isPresent();
      crawl.record(
          takesOver ? shared.told(entry, page.url(), article.contentHash()) : entry, state);
      crawl.tally().on(new CrawlEvent.Nothing(visit.source(), page.url(), Outcomes.UNCHANGED));
      return;
    }
    boolean isChange = known.isPresent() || shared.other().isPresent();
    Instant due =
        isChange
            ? crawl.revisit().afterChange(states.before(), now)
            : crawl.revisit().afterNew(now);
    OfUrl state = states.article(page, article, due);
    crawl.record(
        shared.told(Outbox.Entry.of(article, state), page.url(), article.contentHash()), state);
    crawl.tally().on(event(page, article, isChange));
  }

  private CrawlEvent event(FetchedPage page, Article article, boolean changed) {
    return new CrawlEvent.ArticleFound(
        visit.source(),
        page.url(),
        article.id(),
        article.title(),
        article.text().length(),
        changed);
  }
}

package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.Optional;

/// Makes the next state of one page from the one before.
///
/// @param url as it is asked for
/// @param host in whose turn it is asked for
/// @param source that led to it
/// @param before its state before, empty where it has none
/// @param updated when it changed, as its source says; kept as the detail of a good outcome, so
///     that another claim is noticed in the next reading
record PageStates(
    String url, String host, String source, Optional<OfUrl> before, Optional<Instant> updated) {
  private static final String CLAIM = "updated ";
  private static final int MAX_DETAIL = 300;

  static OfUrl discovered(String url, String source, Instant now) {
    return new OfUrl(
        url,
        UrlIdentity.host(url).orElse(""),
        source,
        Outcomes.DISCOVERED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        now,
        0);
  }

  /// When the page changed by what its source said before the last fetch.
  static Optional<Instant> claim(OfUrl page) {
    return page.detail()
        .filter(detail -> detail.startsWith(CLAIM))
        .map(detail -> Instant.parse(detail.substring(CLAIM.length())));
  }

  /// Whether a link says that the page has changed since it was fetched. Sources often give a day
  /// only, or a time before they showed the change: a claim later than the one before counts.
  static boolean isChanged(OfUrl page, FoundLink link) {
    return isSettled(page)
        && link.updated().isPresent()
        && claim(page).orElse(page.fetchedAt()).isBefore(link.updated().get());
  }

  /// Whether something came of the page; else it is due by its own state.
  static boolean isSettled(OfUrl page) {
    return switch (page.outcome()) {
      case Outcomes.DISCOVERED,
          Outcomes.FORBIDDEN,
          Outcomes.MOVED,
          Outcomes.FAILED,
          Outcomes.TRAP ->
          false;
      default -> true;
    };
  }

  /// Whether its validators are those of what it gave last: a page that has failed, vanished or
  /// been forbidden since is read whole, else a 304 would leave it so.
  static boolean isCopyKnown(OfUrl page) {
    return switch (page.outcome()) {
      case Outcomes.ARTICLE, Outcomes.UNCHANGED, Outcomes.DUPLICATE -> true;
      default -> false;
    };
  }

  /// Since when robots.txt has forbidden a page whose article is published yet.
  static Optional<Instant> disallowedSince(OfUrl page) {
    return page.outcome().equals(Outcomes.FORBIDDEN) && page.contentHash().isPresent()
        ? Optional.of(page.fetchedAt())
        : Optional.empty();
  }

  private Optional<String> claim() {
    return updated.map(at -> CLAIM + at);
  }

  OfUrl article(FetchedPage page, Article article, Instant nextDue) {
    return withPage(Outcomes.ARTICLE, page, article, nextDue);
  }

  OfUrl unchanged(FetchedPage page, Article article, Instant nextDue) {
    return withPage(Outcomes.UNCHANGED, page, article, nextDue);
  }

  OfUrl duplicate(FetchedPage page, Article article, String of, Instant nextDue) {
    OfUrl state = withPage(Outcomes.DUPLICATE, page, article, nextDue);
    return new OfUrl(
        state.url(),
        state.host(),
        source,
        state.outcome(),
        Optional.of("of " + of),
        state.etag(),
        state.lastModified(),
        state.contentHash(),
        state.articleId(),
        state.fetchedAt(),
        nextDue,
        0);
  }

  /// The server says that the copy is still right: nothing but the times changes.
  OfUrl notModified(Instant now, Instant nextDue) {
    String outcome =
        before
            .map(OfUrl::outcome)
            .map(o -> o.equals(Outcomes.ARTICLE) ? Outcomes.UNCHANGED : o)
            .orElse(Outcomes.UNCHANGED);
    return kept(outcome, claim().or(() -> before.flatMap(OfUrl::detail)), now, nextDue, 0);
  }

  /// An outcome without a page; what was known of an article stays known, unless another page gives
  /// it: what becomes of a copy says nothing of the article.
  OfUrl without(String outcome, String detail, Instant now, Instant nextDue) {
    return kept(outcome, Optional.of(detail), now, nextDue, 0);
  }

  /// What no longer has an article to show. It is read and published anew should it come back, so
  /// that its validators and its hash are dropped.
  static OfUrl withdrawn(OfUrl state) {
    return new OfUrl(
        state.url(),
        state.host(),
        state.source(),
        state.outcome(),
        state.detail(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        state.articleId(),
        state.fetchedAt(),
        state.nextDue(),
        state.failures());
  }

  OfUrl failed(String detail, Instant now, Instant nextDue) {
    return kept(Outcomes.FAILED, Optional.of(detail), now, nextDue, failures() + 1);
  }

  /// Not done now; nothing was learnt.
  OfUrl deferred(String why, Instant now, Instant until) {
    return kept(
        before.map(OfUrl::outcome).orElse(Outcomes.DISCOVERED),
        Optional.of(why),
        before.map(OfUrl::fetchedAt).orElse(now),
        until,
        failures());
  }

  int failures() {
    return before.map(OfUrl::failures).orElse(0);
  }

  private OfUrl kept(
      String outcome, Optional<String> detail, Instant fetchedAt, Instant nextDue, int failures) {
    Optional<OfUrl> ofArticle =
        before.filter(
            b -> outcome.equals(Outcomes.DUPLICATE) || !b.outcome().equals(Outcomes.DUPLICATE));
    return new OfUrl(
        url,
        host,
        source,
        outcome,
        detail.map(d -> d.length() > MAX_DETAIL ? d.substring(0, MAX_DETAIL) : d),
        ofArticle.flatMap(OfUrl::etag),
        ofArticle.flatMap(OfUrl::lastModified),
        ofArticle.flatMap(OfUrl::contentHash),
        ofArticle.flatMap(OfUrl::articleId),
        fetchedAt,
        nextDue,
        failures);
  }

  private OfUrl withPage(String outcome, FetchedPage page, Article article, Instant nextDue) {
    return new OfUrl(
        url,
        host,
        source,
        outcome,
        claim(),
        page.etag(),
        page.lastModified(),
        Optional.of(article.contentHash()),
        Optional.of(article.id()),
        page.fetchedAt(),
        nextDue,
        0);
  }
}

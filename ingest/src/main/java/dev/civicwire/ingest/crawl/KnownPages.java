package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The crawl state in memory: every page by its identity, every source by its name, and which page
/// gave which article. Safe for threads.
final class KnownPages {
  private final Map<String, OfUrl> pages = new HashMap<>();
  private final Map<String, OfSource> sources = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));

  KnownPages(List<CrawlState> states) {
    for (CrawlState state : states) {
      switch (state) {
        case OfUrl page -> put(page);
        case OfSource source -> put(source);
        case OfSourceDay day -> {}
        case OfHostDay day -> {}
      }
    }
  }

  private record Due(Instant at, String identity) {}

  synchronized Optional<OfUrl> page(String identity) {
    return Optional.ofNullable(pages.get(identity));
  }

  synchronized Optional<OfSource> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  synchronized void put(OfSource state) {
    sources.put(state.source(), state);
  }

  synchronized void put(OfUrl state) {
    String identity = UrlIdentity.of(state.url());
    pages.put(identity, state);
    queue.add(new Due(state.nextDue(), identity));
    if (ownsArticle(state.outcome())) {
      state.articleId().ifPresent(id -> owners.put(id, identity));
    }
  }

  /// Registers a page that was found; false where it is known already.
  synchronized boolean discover(OfUrl state) {
    if (pages.containsKey(UrlIdentity.of(state.url()))) {
      return false;
    }
    put(state);
    return true;
  }

  /// The pages whose time has come, each told once until its state is put again.
  synchronized List<OfUrl> takeDue(Instant now) {
    List<OfUrl> due = new ArrayList<>();
    for (@Nullable Due next = queue.peek();
        next != null && !next.at().isAfter(now);
        next = queue.peek()) {
      queue.remove();
      @Nullable OfUrl page = pages.get(next.identity());
      if (page != null && page.nextDue().equals(next.at())) {
        due.add(page);
      }
    }
    return due;
  }

  /// Makes `identity` the page that the article is taken from, unless another page is and stays it.
  /// The page at the canonical address takes precedence.
  ///
  /// @return the page that it was taken from before, or that it stays with
  synchronized Optional<OfUrl> claim(String articleId, String identity, boolean isCanonical) {
    @Nullable String owner = owners.get(articleId);
    if (owner == null || isCanonical || owner.equals(identity) || isLost(owner, articleId)) {
      owners.put(articleId, identity);
    }
    return Optional.ofNullable(owner).map(pages::get);
  }

  synchronized boolean isOwner(String articleId, String identity) {
    return identity.equals(owners.get(articleId));
  }

  /// Whether another page gives that article now.
  synchronized boolean isTakenElsewhere(String articleId, String identity) {
    @Nullable String owner = owners.get(articleId);
    return owner != null && !owner.equals(identity);
  }

  /// Whether the page gives that article no more.
  private boolean isLost(String identity, String articleId) {
    @Nullable OfUrl page = pages.get(identity);
    if (page == null) {
      return false;
    }
    return switch (page.outcome()) {
      case Outcomes.GONE, Outcomes.MOVED, Outcomes.FORBIDDEN, Outcomes.REJECTED -> true;
      default -> !page.articleId().map(articleId::equals).orElse(true);
    };
  }

  private static boolean ownsArticle(String outcome) {
    return switch (outcome) {
      case Outcomes.ARTICLE, Outcomes.UNCHANGED, Outcomes.FAILED -> true;
      default -> false;
    };
  }

  /// Pages of a source that were fetched at or after `from`.
  synchronized int fetchedSince(String source, Instant from) {
    return (int)
        pages.values().stream()
            .filter(page -> page.source().equals(source))
            .filter(page -> !page.outcome().equals(Outcomes.DISCOVERED))
            .filter(page -> !page.fetchedAt().isBefore(from))
            .count();
  }

  synchronized int size() {
    return pages.size();
  }
}

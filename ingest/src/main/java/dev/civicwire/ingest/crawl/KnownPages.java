package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfClaim;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Map<String, OfClaim> claims = new HashMap<>();
  private final Map<String, Boolean> handed = new Recent();
  private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));

  /// The newest of what was put.
  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST;
    }
  }

  private record Due(Instant at, String identity) {}

  synchronized Optional<OfUrl> page(String identity) {
    return Optional.ofNullable(pages.get(identity));
  }

  synchronized Optional<OfSource> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /// Another crawl's page gives that article.
  synchronized void put(OfClaim claim) {
    claims.put(claim.articleId(), claim);
  }

  /// Another crawl's claim to an article, unless a page known here has taken it over.
  synchronized Optional<OfClaim> claim(String articleId) {
    return Optional.ofNullable(claims.get(articleId));
  }

  /// What is known under a key of the log is known no more.
  synchronized void forget(String key) {
    if (key.startsWith("url ")) {
      pages.remove(UrlIdentity.of(key.substring("url ".length())));
    } else if (key.startsWith("claim ")) {
      claims.remove(key.substring("claim ".length()));
    } else if (key.startsWith("source ")) {
      sources.remove(key.substring("source ".length()));
    }
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

  /// Whether a link to a page of another part is to be told to that one's crawl: not where it was
  /// told before with the same claim of a change. Forgotten with a restart, and of very many.
  synchronized boolean isToHand(FoundLink link) {
    String told = link.url() + " " + link.updated().map(Instant::toString).orElse("");
    return handed.put(told, true) == null;
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

package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfClaim;
import dev.civicwire.contract.CrawlState.OfSitemap;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.crawl.PageTable.PageHash;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The crawl state in memory: every page by its identity, every source by its name, and which page
/// gave which article. Safe for threads.
final class KnownPages {
  private final PageTable pages = new PageTable();
  private final Map<String, OfSource> sources = new HashMap<>();

  /// Pages that give an article although they are not at its canonical address.
  private final Map<PageHash, PageHash> owners = new HashMap<>();

  private final Map<String, OfClaim> claims = new HashMap<>();
  /// Parts of indexes of sitemaps, by their keys.
  private final Map<String, OfSitemap> sitemaps = new HashMap<>();

  private final Map<String, Boolean> handed = new Recent();
  private final DueQueue queue = new DueQueue();
  private final Variations variations = new Variations();

  /// Pages that fell due while their source was held, by its name.
  private final Map<String, List<PageHash>> waiting = new HashMap<>();

  /// The newest of what was put.
  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST;
    }
  }

  synchronized Optional<OfUrl> page(String identity) {
    return pages.get(PageHash.of(identity));
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

  synchronized void put(OfSitemap part) {
    sitemaps.put(part.key(), part);
  }

  synchronized Optional<OfSitemap> sitemap(String source, String url) {
    return Optional.ofNullable(sitemaps.get(OfSitemap.key(source, url)));
  }

  /// The parts of a source that is an index of sitemaps.
  synchronized List<OfSitemap> sitemaps(String source) {
    return sitemaps.values().stream().filter(part -> part.source().equals(source)).toList();
  }

  /// What is known under a key of the log is known no more. Pages and sources are kept for ever.
  synchronized void forget(String key) {
    if (key.startsWith(OfClaim.PREFIX)) {
      claims.remove(key.substring(OfClaim.PREFIX.length()));
    } else {
      sitemaps.remove(key);
    }
  }

  synchronized void put(OfSource state) {
    sources.put(state.source(), state);
  }

  synchronized void put(OfUrl state) {
    put(PageHash.of(UrlIdentity.of(state.url())), state);
  }

  private void put(PageHash key, OfUrl state) {
    if (Variations.isOne(state.url())) {
      variations.count(pages.get(key), state);
    }
    pages.put(key, state);
    queue.add(state.nextDue(), key);
    state
        .articleId()
        .filter(article -> ownsArticle(state.outcome(), article))
        .ifPresent(article -> own(PageHash.ofArticle(article), key));
  }

  private void own(PageHash article, PageHash page) {
    if (article.equals(page)) {
      owners.remove(article);
    } else {
      owners.put(article, page);
    }
  }

  /// Registers a page that was found; false where it is known already.
  synchronized boolean discover(OfUrl state) {
    return discover(UrlIdentity.of(state.url()), state);
  }

  /// The same where its identity is at hand.
  synchronized boolean discover(String identity, OfUrl state) {
    PageHash key = PageHash.of(identity);
    if (pages.contains(key)) {
      return false;
    }
    put(key, state);
    return true;
  }

  /// Why a page that was never fetched is to stay so; empty where nothing speaks against it.
  synchronized Optional<String> trap(String source, String url, Instant now) {
    return Traps.why(url, now).or(() -> variations.why(source, url));
  }

  /// Whether an address that is left as a trap is to be told of: once, as far as is remembered.
  synchronized boolean isToTell(String trap) {
    return handed.put("trap " + trap, true) == null;
  }

  /// Whether a link to a page of another part is to be told to that one's crawl: not where it was
  /// told before with the same claim of a change. Forgotten with a restart, and of very many.
  synchronized boolean isToHand(FoundLink link) {
    String told = link.url() + " " + link.updated().map(Instant::toString).orElse("");
    return handed.put(told, true) == null;
  }

  /// The pages whose time has come, each told once until its state is put again; those of a source
  /// that is held when it is held no more.
  ///
  /// @param held by the source's name
  synchronized List<OfUrl> takeDue(Instant now, Predicate<String> held) {
    List<OfUrl> due = released(now, held);
    for (Optional<DueQueue.Due> next = queue.take(now); next.isPresent(); next = queue.take(now)) {
      long millis = next.get().millis();
      PageHash key = next.get().key();
      Optional<OfUrl> page =
          pages.get(key).filter(known -> known.nextDue().toEpochMilli() == millis);
      if (page.isPresent() && held.test(page.get().source())) {
        waiting.computeIfAbsent(page.get().source(), source -> new ArrayList<>()).add(key);
      } else {
        page.ifPresent(due::add);
      }
    }
    return due;
  }

  private List<OfUrl> released(Instant now, Predicate<String> held) {
    List<OfUrl> due = new ArrayList<>();
    for (String source : List.copyOf(waiting.keySet())) {
      if (!held.test(source)) {
        for (PageHash key : waiting.getOrDefault(source, List.of())) {
          pages.get(key).filter(page -> !page.nextDue().isAfter(now)).ifPresent(due::add);
        }
        waiting.remove(source);
      }
    }
    return due;
  }

  /// Makes `identity` the page that the article is taken from, unless another page is and stays it.
  /// The page at the canonical address takes precedence.
  ///
  /// @return the page that it was taken from before, or that it stays with
  synchronized Optional<OfUrl> claim(String articleId, String identity, boolean isCanonical) {
    PageHash page = PageHash.of(identity);
    Optional<PageHash> owner = owner(articleId);
    if (isCanonical || owner.equals(Optional.of(page)) || isFree(articleId)) {
      owners.put(PageHash.ofArticle(articleId), page);
    }
    return owner.flatMap(pages::get);
  }

  /// The page that gives an article: one that was named, or else the one at its address.
  private Optional<PageHash> owner(String articleId) {
    PageHash article = PageHash.ofArticle(articleId);
    @Nullable PageHash named = owners.get(article);
    return named != null
        ? Optional.of(named)
        : pages
            .get(article)
            .filter(page -> page.articleId().equals(Optional.of(articleId)))
            .filter(page -> !page.outcome().equals(Outcomes.DUPLICATE))
            .map(page -> article);
  }

  synchronized boolean isOwner(String articleId, String identity) {
    return owner(articleId).equals(Optional.of(PageHash.of(identity)));
  }

  /// Whether another page gives that article now.
  synchronized boolean isTakenElsewhere(String articleId, String identity) {
    return owner(articleId).map(owner -> !owner.equals(PageHash.of(identity))).orElse(false);
  }

  /// Whether no page gives that article, or none any more.
  private boolean isFree(String articleId) {
    return owner(articleId).map(owner -> isLost(owner, articleId)).orElse(true);
  }

  /// Whether the page gives that article no more.
  private boolean isLost(PageHash key, String articleId) {
    return pages
        .get(key)
        .map(
            page ->
                switch (page.outcome()) {
                  case Outcomes.GONE, Outcomes.MOVED, Outcomes.FORBIDDEN, Outcomes.REJECTED -> true;
                  default -> !page.articleId().map(articleId::equals).orElse(true);
                })
        .orElse(false);
  }

  /// A page that failed may have been a copy of another's article: it takes none that has a page.
  private boolean ownsArticle(String outcome, String articleId) {
    return switch (outcome) {
      case Outcomes.ARTICLE, Outcomes.UNCHANGED -> true;
      case Outcomes.FAILED -> isFree(articleId);
      default -> false;
    };
  }

  /// How many pages of each source were fetched at or after `from`: of all sources, since it looks
  /// at every page.
  synchronized Map<String, Integer> fetchedSince(Instant from) {
    Map<String, Integer> counts = new HashMap<>();
    pages.forEach(
        page -> {
          if (!page.outcome().equals(Outcomes.DISCOVERED) && !page.fetchedAt().isBefore(from)) {
            counts.merge(page.source(), 1, Integer::sum);
          }
        });
    return counts;
  }

  synchronized int size() {
    return pages.size();
  }

  /// Whether something is known under a key of the log.
  synchronized boolean knows(String key) {
    if (key.startsWith(OfUrl.PREFIX)) {
      return pages.contains(PageHash.of(UrlIdentity.of(key.substring(OfUrl.PREFIX.length()))));
    }
    return (key.startsWith(OfSource.PREFIX)
            && sources.containsKey(key.substring(OfSource.PREFIX.length())))
        || sitemaps.containsKey(key)
        || (key.startsWith(OfClaim.PREFIX)
            && claims.containsKey(key.substring(OfClaim.PREFIX.length())));
  }
}

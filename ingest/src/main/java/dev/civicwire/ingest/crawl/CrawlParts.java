package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlShares;
import dev.civicwire.contract.CrawlState.OfClaim;
import dev.civicwire.contract.CrawlState.OfLink;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.source.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs of the parts that a crawl holds: one each, begun when a part is gained and ended before
/// it is given up. For the crawling thread, but for [#stop].
final class CrawlParts implements CrawlShares.Holder {
  private static final Logger LOG = LoggerFactory.getLogger(CrawlParts.class);

  /// A request under way is given up in far less.
  private static final Duration LANES_END = Duration.ofSeconds(5);

  private final CrawlSetup setup;
  private final CrawlShares shares;
  private final Map<Integer, PartMemory> memories;
  private final BiPredicate<CrawlRun, Source> paused;
  private final Consumer<CrawlRun> begin;
  private final Map<Integer, CrawlRun> runs = new ConcurrentHashMap<>();

  /// What came of the sources in parts that were given up.
  private final Map<String, SourceCounts> ended = new HashMap<>();

  /// @param memories of an earlier run by part; what is gained is put there
  /// @param paused whether a source is held, so that its pages wait
  /// @param begin submits what is due to a run that begins
  CrawlParts(
      CrawlSetup setup,
      CrawlShares shares,
      Map<Integer, PartMemory> memories,
      BiPredicate<CrawlRun, Source> paused,
      Consumer<CrawlRun> begin) {
    this.setup = setup;
    this.shares = shares;
    this.memories = memories;
    this.paused = paused;
    this.begin = begin;
    memories.forEach((number, memory) -> start(new HostPart(number, shares), memory));
  }

  @Override
  public void gained(int number, CrawlLog log) {
    HostPart part = new HostPart(number, shares);
    PartMemory memory = PartMemory.of(log, part, setup.sourceHosts(), setup.robots());
    memories.put(number, memory);
    CrawlRun run = start(part, memory);
    memory.takeLinks().forEach(link -> takeUp(run, link));
  }

  private CrawlRun start(HostPart part, PartMemory memory) {
    Fetcher fetcher =
        new Fetcher(
            setup.settings().userAgent(),
            setup.settings().addressPolicy(),
            setup.settings().limits(),
            setup.clock());
    Tally tally = new Tally(setup.listener(), memory.days(), setup.clock());
    Outbox outbox =
        new Outbox(
            memory.log(),
            setup.settings().batchSize(),
            setup.settings().batchAge(),
            memory.days()::takeChanged);
    Lanes lanes =
        new Lanes(setup.settings(), fetcher, memory.hosts(), outbox, setup.clock(), tally, shares);
    CrawlRun run =
        new CrawlRun(
            setup.settings(),
            setup.extractor(),
            setup.archive(),
            memory.log(),
            memory.known(),
            outbox,
            tally,
            lanes,
            new DailyBudget(memory.known()),
            part,
            setup.dates(),
            setup.clock());
    runs.put(part.number(), run);
    begin.accept(run);
    return run;
  }

  @Override
  public void told(int number, OfLink link) {
    @Nullable CrawlRun run = runs.get(number);
    if (run != null) {
      takeUp(run, link);
    }
  }

  /// Of a source that is held the link is remembered, and visited as other pages are.
  private void takeUp(CrawlRun run, OfLink link) {
    Optional<Source> source =
        Optional.ofNullable(setup.sources().get(link.source()))
            .filter(known -> !paused.test(run, known));
    HandedLink.takeUp(run, source, link);
  }

  @Override
  public void told(int number, OfClaim claim) {
    @Nullable CrawlRun run = runs.get(number);
    if (run != null) {
      run.known().put(claim);
    }
  }

  @Override
  public boolean holds(int number) {
    return runs.containsKey(number);
  }

  @Override
  public void losing(int number) {
    @Nullable CrawlRun run = end(number);
    if (run == null) {
      return;
    }
    try {
      run.outbox().close();
    } catch (StageException e) {
      LOG.warn("not everything done was committed before part {} was given up", number, e);
      run.outbox().abandon();
    }
  }

  @Override
  public void lost(int number) {
    @Nullable CrawlRun run = end(number);
    if (run != null) {
      run.outbox().abandon();
    }
  }

  private @Nullable CrawlRun end(int number) {
    memories.remove(number);
    @Nullable CrawlRun run = runs.remove(number);
    if (run != null) {
      run.lanes().stop();
      if (!run.lanes().awaitEnd(LANES_END)) {
        LOG.warn("a request to a host of part {} did not end in time", number);
      }
      run.lanes().fetcher().close();
      add(run.tally().counts(), ended);
    }
    return run;
  }

  /// The runs that there are now.
  List<CrawlRun> runs() {
    return List.copyOf(runs.values());
  }

  /// Commits what is due of every part; waits for that of one at most as long as `patience`.
  void commitDue(Duration patience) throws InterruptedException {
    Duration wait = patience;
    for (CrawlRun run : runs.values()) {
      run.outbox().commitDue(wait);
      wait = Duration.ZERO;
    }
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  boolean isIdle() {
    return runs.values().stream().allMatch(run -> run.lanes().isIdle());
  }

  /// Whether a run has ended by itself.
  boolean isStopping() {
    return runs.values().stream().anyMatch(run -> run.lanes().isStopping());
  }

  /// Gives up the requests under way. From any thread.
  void stop() {
    runs.values().forEach(run -> run.lanes().stop());
  }

  /// Ends all runs and commits what they did.
  void finish() {
    stop();
    runs.values().forEach(run -> run.outbox().close());
  }

  /// Ends all runs where the log has failed: what is in memory is ahead of it now.
  void abandon() {
    stop();
    runs.values().forEach(run -> run.outbox().abandon());
    memories.clear();
  }

  /// Ends the connections.
  void close() {
    runs.values().forEach(run -> run.lanes().fetcher().close());
  }

  Optional<Throwable> failure() {
    return runs.values().stream().flatMap(run -> run.lanes().failure().stream()).findFirst();
  }

  /// What came of each source, in the parts that were given up too.
  Map<String, SourceCounts> counts() {
    Map<String, SourceCounts> counts = new HashMap<>(ended);
    runs.values().forEach(run -> add(run.tally().counts(), counts));
    return counts;
  }

  private static void add(Map<String, SourceCounts> counts, Map<String, SourceCounts> sums) {
    counts.forEach((name, of) -> sums.merge(name, of, SourceCounts::plus));
  }
}

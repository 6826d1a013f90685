package dev.civicwire.app.soak;

import dev.civicwire.contract.topic.ConsumerGroups;
import dev.civicwire.contract.topic.HeldEnrich;
import dev.civicwire.contract.topic.StageGroup;
import dev.civicwire.contract.topic.TopicName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// The stages at work on a site, each a process, to be killed.
final class Stages implements AutoCloseable {
  /// What can be killed. In this order: the crawler first, while it surely has much to do.
  enum Victim {
    INGEST,
    ENRICH,
    INDEX,
    BROKER,
    NODE
  }

  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final Pattern HOLDING = Pattern.compile("(holding) a transaction");

  private final Installation installation;
  private final ArticleSite site;
  private final int step;
  private final Path sources;
  private final IndexedArticles indexed;
  private final Ledger articles;
  private final Ledger tagged;
  private Child ingest;
  private Child enrich;
  private Child index;
  private long lastCount = -1;

  private Stages(Installation installation, ArticleSite site, int step, Path sources) {
    this.installation = installation;
    this.site = site;
    this.step = step;
    this.sources = sources;
    this.indexed = new IndexedArticles(installation.node());
    this.articles = Ledger.follow(installation.kafka(), TopicName.ARTICLES);
    this.tagged = Ledger.follow(installation.kafka(), TopicName.TAGGED_ARTICLES);
    this.ingest = startIngest();
    this.enrich =
        installation.startOther(
            "held-enrich", installation.addresses(), HeldEnrich.class.getName());
    this.index = startIndex();
  }

  /// Starts the engines and all stages; the first enrich will never commit.
  ///
  /// @param step pages that are released before and after each kill
  static Stages start(Path folder, ArticleSite site, int step) {
    site.release(step);
    Installation installation = Installation.start(folder);
    return new Stages(installation, site, step, site.writeSources(folder));
  }

  Installation installation() {
    return installation;
  }

  IndexedArticles indexed() {
    return indexed;
  }

  private Child startIngest() {
    return installation.start(
        "ingest",
        Map.of(),
        "ingest",
        "run",
        "--sources=" + sources,
        "--set=crawl.allow-loopback=true",
        "--set=crawl.delay=1ms");
  }

  private Child startEnrich() {
    return installation.start("enrich", Map.of(), "enrich");
  }

  private Child startIndex() {
    return installation.start("index", Map.of(), "index");
  }

  /// Kills the enrich that holds a transaction, and starts a real one in its place.
  ///
  /// @return how long it took until that had committed something
  Duration killHeldTransaction(Duration patience) {
    enrich.awaitOutput(HOLDING, patience);
    enrich.kill();
    Instant killed = Instant.now();
    int before = tagged.seen();
    enrich = startEnrich();
    site.release(step);
    Await.until("enrich commits", patience, () -> tagged.seen() > before);
    Duration back = Duration.between(killed, Instant.now());
    Await.until("index has documents", patience, () -> count() > 0);
    return back;
  }

  /// Kills one, once everything is seen to work.
  ///
  /// @return how long it took until there was new work done behind it
  Duration kill(Victim victim, Duration patience) {
    site.release(step);
    awaitWork("every stage works", patience);
    end(victim);
    Instant killed = Instant.now();
    startAgain(victim);
    // What was committed in the last moment is seen by now, and no successor is up yet.
    Await.until("a moment", patience, () -> Instant.now().isAfter(killed.plus(MOMENT)));
    int articlesBefore = articles.seen();
    int taggedBefore = tagged.seen();
    site.release(step);
    BooleanSupplier ingests = () -> articles.seen() > articlesBefore;
    BooleanSupplier tags = () -> tagged.seen() > taggedBefore;
    // More than was tagged before: something of after the kill is in the index.
    BooleanSupplier indexes = () -> count() > taggedBefore;
    BooleanSupplier works =
        switch (victim) {
          case INGEST -> ingests;
          case ENRICH -> tags;
          case INDEX, NODE -> indexes;
          case BROKER ->
              () -> ingests.getAsBoolean() && tags.getAsBoolean() && indexes.getAsBoolean();
        };
    Await.until(victim + " works again", patience, () -> alive() && works.getAsBoolean());
    return Duration.between(killed, Instant.now());
  }

  private void end(Victim victim) {
    switch (victim) {
      case INGEST -> ingest.kill();
      case ENRICH -> enrich.kill();
      case INDEX -> index.kill();
      case BROKER -> installation.killEngine("kafka");
      case NODE -> installation.killEngine("elasticsearch");
    }
  }

  /// The engines are started again by their own parent.
  private void startAgain(Victim victim) {
    switch (victim) {
      case INGEST -> ingest = startIngest();
      case ENRICH -> enrich = startEnrich();
      case INDEX -> index = startIndex();
      case BROKER, NODE -> {}
    }
  }

  /// Waits until every stage has been seen to do something new.
  private void awaitWork(String what, Duration patience) {
    int articlesBefore = articles.seen();
    int taggedBefore = tagged.seen();
    long indexedBefore = count();
    Await.until(
        what,
        patience,
        () ->
            alive()
                && articles.seen() > articlesBefore
                && tagged.seen() > taggedBefore
                && count() > indexedBefore);
  }

  /// Documents in the index; as before where the node does not answer.
  private long count() {
    OptionalLong now = indexed.count();
    lastCount = now.orElse(lastCount);
    return lastCount;
  }

  /// Nothing may end but by our hand: a stage outlives its engines' absence.
  private boolean alive() {
    for (Child child : List.of(ingest, enrich, index)) {
      if (!child.isAlive()) {
        throw new AssertionError("ended by itself; " + child.words());
      }
    }
    return true;
  }

  /// Waits until all is crawled, tagged and indexed.
  void awaitDone(Duration patience) {
    site.releaseAll();
    int code = ingest.awaitEnd(patience);
    if (code != 0) {
      throw new AssertionError("ingest ended with " + code + "; " + ingest.words());
    }
    ConsumerGroups groups = new ConsumerGroups(installation.kafka());
    for (StageGroup group : StageGroup.values()) {
      if (!groups.awaitCaughtUp(group, patience)) {
        throw new AssertionError(group + " is behind; " + installation.words());
      }
    }
    Await.until("all are indexed", patience, () -> count() >= site.articles());
  }

  @Override
  public void close() {
    articles.close();
    tagged.close();
    indexed.close();
    installation.close();
  }
}

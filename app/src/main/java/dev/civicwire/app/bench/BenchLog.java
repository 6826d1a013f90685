package dev.civicwire.app.bench;

import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import java.util.Optional;

/// Where the measured crawls write to: the topics, or nowhere.
///
/// @param kafka whose topics, if any
/// @param broker process of the engine, where it is one of ours
public record BenchLog(Optional<KafkaConfig> kafka, Optional<Long> broker) {
  /// Nothing is kept.
  public static final BenchLog NONE = new BenchLog(Optional.empty(), Optional.empty());

  /// The topics of `engines`.
  public static BenchLog of(KafkaConfig kafka, EngineSet engines) {
    return new BenchLog(Optional.of(kafka), Optional.ofNullable(engines.pids().get("broker")));
  }

  /// CPU time of the broker so far, where it is one of ours.
  double brokerCpuSeconds() {
    return broker.map(pid -> ProcessUsage.of(pid).cpuSeconds()).orElse(0.0);
  }

  /// A log that remembers nothing of other crawls.
  Opened open() {
    return new Opened(kafka.map(config -> new KafkaCrawlLog(config, "bench-0")));
  }

  /// The log of one crawl.
  record Opened(Optional<KafkaCrawlLog> topics) implements CrawlLog, AutoCloseable {
    @Override
    public void load(StateReader reader) {
      // As if there were nothing.
    }

    @Override
    public Optional<Article> article(String id, String url) {
      return topics.flatMap(log -> log.article(id, url));
    }

    @Override
    public void commit(CrawlBatch batch) {
      topics.ifPresent(log -> log.commit(batch));
    }

    @Override
    public void close() {
      topics.ifPresent(KafkaCrawlLog::close);
    }
  }
}

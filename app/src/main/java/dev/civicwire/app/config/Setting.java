package dev.civicwire.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every setting there is: its key in the YAML file, its environment variable, its default.
public enum Setting {
  DATA("data", "CIVICWIRE_DATA", "", "data folder; empty = per-user folder"),
  SOURCES("sources", "CIVICWIRE_SOURCES", "", "YAML file of the sources to crawl"),
  KAFKA_BOOTSTRAP(
      "kafka.bootstrap-servers",
      "KAFKA_BOOTSTRAP_SERVERS",
      "",
      "host:port,…; empty = embedded broker"),
  KAFKA_USER("kafka.user", "KAFKA_USER", "", "SASL user"),
  KAFKA_PASSWORD("kafka.password", "KAFKA_PASSWORD", "", "SASL password", true),
  KAFKA_MECHANISM(
      "kafka.sasl-mechanism", "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512", "SASL mechanism"),
  KAFKA_TLS("kafka.tls", "KAFKA_TLS", "false", "TLS to the brokers"),
  KAFKA_CA("kafka.ca-certificate", "KAFKA_CA_CERTIFICATE", "", "PEM file of the brokers' CA"),
  KAFKA_GROUP_PROTOCOL(
      "kafka.group-protocol",
      "KAFKA_GROUP_PROTOCOL",
      "consumer",
      "consumer (brokers from 4.0) or classic"),
  KAFKA_TOPIC_PREFIX("kafka.topic-prefix", "KAFKA_TOPIC_PREFIX", "", "before each topic's name"),
  KAFKA_PARTITIONS("kafka.partitions", "KAFKA_PARTITIONS", "6", "partitions of new topics"),
  KAFKA_MAX_RECORD_BYTES(
      "kafka.max-record-bytes",
      "KAFKA_MAX_RECORD_BYTES",
      "8388608",
      "largest record: key, headers and value together"),
  KAFKA_REPLICATION("kafka.replication", "KAFKA_REPLICATION", "1", "replicas of new topics"),
  ELASTICSEARCH_URL(
      "elasticsearch.url", "ELASTICSEARCH_URL", "", "http(s)://host:port; empty = embedded node"),
  ELASTICSEARCH_USER("elasticsearch.user", "ELASTICSEARCH_USER", "", "user"),
  ELASTICSEARCH_PASSWORD("elasticsearch.password", "ELASTICSEARCH_PASSWORD", "", "password", true),
  ELASTICSEARCH_API_KEY("elasticsearch.api-key", "ELASTICSEARCH_API_KEY", "", "API key", true),
  ELASTICSEARCH_CA(
      "elasticsearch.ca-certificate", "ELASTICSEARCH_CA_CERTIFICATE", "", "PEM file of its CA"),
  ELASTICSEARCH_INDEX_PREFIX(
      "elasticsearch.index-prefix",
      "ELASTICSEARCH_INDEX_PREFIX",
      "civicwire",
      "first part of the indexes' names"),
  CRAWL_USER_AGENT(
      "crawl.user-agent",
      "CIVICWIRE_USER_AGENT",
      "",
      "name/version (+contact URL); needed to crawl anything but loopback"),
  CRAWL_DELAY("crawl.delay", "CIVICWIRE_CRAWL_DELAY", "2s", "between two requests to a host"),
  CRAWL_ALLOW_LOOPBACK(
      "crawl.allow-loopback",
      "CIVICWIRE_CRAWL_ALLOW_LOOPBACK",
      "false",
      "fetch from this machine too"),
  CRAWL_ARCHIVE(
      "crawl.archive",
      "CIVICWIRE_CRAWL_ARCHIVE",
      "true",
      "keep responses as WARC files in the data folder, for 'replay'"),
  ENRICH_THREADS("enrich.threads", "CIVICWIRE_ENRICH_THREADS", "0", "0 = one a core"),
  WEB_HOST("web.host", "CIVICWIRE_WEB_HOST", "127.0.0.1", "address the page listens on"),
  WEB_PORT("web.port", "CIVICWIRE_WEB_PORT", "8080", "port of the page; 0 = any free one"),
  METRICS_PORT(
      "metrics.port",
      "CIVICWIRE_METRICS_PORT",
      "0",
      "port of /health and /metrics of ingest, enrich and index; 0 = none"),
  LOG_FORMAT("log.format", "CIVICWIRE_LOG_FORMAT", "text", "text or json"),
  ENGINE_WAIT("engine-wait", "CIVICWIRE_ENGINE_WAIT", "60s", "how long to wait for an engine");

  private final String key;
  private final String variable;
  private final String fallback;
  private final String meaning;
  private final boolean secret;

  Setting(String key, String variable, String fallback, String meaning) {
    this(key, variable, fallback, meaning, false);
  }

  Setting(String key, String variable, String fallback, String meaning, boolean secret) {
    this.key = key;
    this.variable = variable;
    this.fallback = fallback;
    this.meaning = meaning;
    this.secret = secret;
  }

  /// Its dotted key in the YAML file and after `--set`.
  public String key() {
    return key;
  }

  /// Its environment variable.
  public String variable() {
    return variable;
  }

  /// Its value where nobody gives one.
  public String fallback() {
    return fallback;
  }

  /// One line for people.
  public String meaning() {
    return meaning;
  }

  /// True where the value must not be printed.
  public boolean secret() {
    return secret;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }

  static List<String> variables() {
    return Arrays.stream(values()).map(Setting::variable).toList();
  }
}

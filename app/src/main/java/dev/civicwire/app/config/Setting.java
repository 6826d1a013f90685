package dev.civicwire.app.config;

import dev.civicwire.app.config.ValueKind.OneOf;
import dev.civicwire.app.config.ValueKind.Time;
import dev.civicwire.app.config.ValueKind.Whole;
import dev.civicwire.app.config.ValueKind.YesNo;
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
      "kafka.sasl-mechanism",
      "KAFKA_SASL_MECHANISM",
      "SCRAM-SHA-512",
      "SASL mechanism",
      new OneOf(List.of("scram-sha-512", "scram-sha-256", "plain"))),
  KAFKA_TLS("kafka.tls", "KAFKA_TLS", "false", "TLS to the brokers", new YesNo()),
  KAFKA_CA("kafka.ca-certificate", "KAFKA_CA_CERTIFICATE", "", "PEM file of the brokers' CA"),
  KAFKA_GROUP_PROTOCOL(
      "kafka.group-protocol",
      "KAFKA_GROUP_PROTOCOL",
      "consumer",
      "consumer (brokers from 4.0) or classic",
      new OneOf(List.of("consumer", "classic"))),
  KAFKA_TOPIC_PREFIX("kafka.topic-prefix", "KAFKA_TOPIC_PREFIX", "", "before each topic's name"),
  KAFKA_PARTITIONS(
      "kafka.partitions",
      "KAFKA_PARTITIONS",
      "6",
      "partitions of new topics",
      new Whole(1, 10_000)),
  KAFKA_MAX_RECORD_BYTES(
      "kafka.max-record-bytes",
      "KAFKA_MAX_RECORD_BYTES",
      "8388608",
      "largest record: key, headers and value together",
      new Whole(100_000, 1 << 30)),
  KAFKA_REPLICATION(
      "kafka.replication",
      "KAFKA_REPLICATION",
      "1",
      "replicas of new topics",
      new Whole(1, Short.MAX_VALUE)),
  ELASTICSEARCH_URL(
      "elasticsearch.url", "ELASTICSEARCH_URL", "", "http(s)://host:port; empty = embedded node"),
  ELASTICSEARCH_USER("elasticsearch.user", "ELASTICSEARCH_USER", "", "user"),
  ELASTICSEARCH_PASSWORD("elasticsearch.password", "ELASTICSEARCH_PASSWORD", "", "password", true),
  ELASTICSEARCH_API_KEY("elasticsearch.api-key", "ELASTICSEARCH_API_KEY", "", "API key", true),
  ELASTICSEARCH_CA(
      "elasticsearch.ca-certificate", "ELASTICSEARCH_CA_CERTIFICATE", "", "PEM file of its CA"),
  ELASTICSEARCH_CA_FINGERPRINT(
      "elasticsearch.ca-fingerprint",
      "ELASTICSEARCH_CA_FINGERPRINT",
      "",
      "SHA-256 of its CA instead of a file, as it prints at its first start"),
  ELASTICSEARCH_ACRONYMS(
      "elasticsearch.acronyms",
      "ELASTICSEARCH_ACRONYMS",
      "",
      "file of acronyms that find each other, in Solr's format; empty = our own"),
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
  CRAWL_DELAY(
      "crawl.delay", "CIVICWIRE_CRAWL_DELAY", "2s", "between two requests to a host", new Time()),
  CRAWL_ROBOTS_GRACE(
      "crawl.robots-grace",
      "CIVICWIRE_CRAWL_ROBOTS_GRACE",
      "7d",
      "for which robots.txt must forbid a page before its article is withdrawn",
      new Time()),
  CRAWL_ALLOW_LOOPBACK(
      "crawl.allow-loopback",
      "CIVICWIRE_CRAWL_ALLOW_LOOPBACK",
      "false",
      "fetch from this machine too",
      new YesNo()),
  CRAWL_ARCHIVE(
      "crawl.archive",
      "CIVICWIRE_CRAWL_ARCHIVE",
      "true",
      "keep responses as WARC files in the data folder, for 'replay'",
      new YesNo()),
  CRAWL_SITE_RULES(
      "crawl.site-rules",
      "CIVICWIRE_CRAWL_SITE_RULES",
      "",
      "folder of YAML files with rules for single sites; empty = none"),
  CRAWL_MAX_PAGE_BYTES(
      "crawl.max-page-bytes",
      "CIVICWIRE_CRAWL_MAX_PAGE_BYTES",
      "5242880",
      "largest page that is read whole",
      new Whole(10_000, 1 << 30)),
  ENRICH_THREADS(
      "enrich.threads", "CIVICWIRE_ENRICH_THREADS", "0", "0 = one a core", new Whole(0, 1_000)),
  WEB_HOST("web.host", "CIVICWIRE_WEB_HOST", "127.0.0.1", "address the page listens on"),
  WEB_PORT(
      "web.port",
      "CIVICWIRE_WEB_PORT",
      "8080",
      "port of the page; 0 = any free one",
      new Whole(0, 65_535)),
  METRICS_PORT(
      "metrics.port",
      "CIVICWIRE_METRICS_PORT",
      "0",
      "port of /health and /metrics of ingest, enrich and index; 0 = none",
      new Whole(0, 65_535)),
  LOG_FORMAT(
      "log.format",
      "CIVICWIRE_LOG_FORMAT",
      "text",
      "text or json",
      new OneOf(List.of("text", "json"))),
  LOG_LEVEL(
      "log.level",
      "CIVICWIRE_LOG_LEVEL",
      "warn",
      "least level that is logged",
      new OneOf(List.of("error", "warn", "info", "debug", "trace"))),
  ENGINE_WAIT(
      "engine-wait", "CIVICWIRE_ENGINE_WAIT", "60s", "how long to wait for an engine", new Time());

  private final String key;
  private final String variable;
  private final String fallback;
  private final String meaning;
  private final boolean secret;

  // Records of numbers and copied lists: they cannot change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ValueKind kind;

  Setting(String key, String variable, String fallback, String meaning) {
    this(key, variable, fallback, meaning, false, new ValueKind.Text());
  }

  Setting(String key, String variable, String fallback, String meaning, boolean secret) {
    this(key, variable, fallback, meaning, secret, new ValueKind.Text());
  }

  Setting(String key, String variable, String fallback, String meaning, ValueKind kind) {
    this(key, variable, fallback, meaning, false, kind);
  }

  Setting(
      String key,
      String variable,
      String fallback,
      String meaning,
      boolean secret,
      ValueKind kind) {
    this.key = key;
    this.variable = variable;
    this.fallback = fallback;
    this.meaning = meaning;
    this.secret = secret;
    this.kind = kind;
  }

  /// What its value may be.
  ValueKind kind() {
    return kind;
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

package dev.civicwire.app.pipeline;

import dev.civicwire.app.config.ConfigException;
import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.contract.topic.GroupProtocol;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.Login;
import dev.civicwire.contract.topic.Tls;
import dev.civicwire.contract.topic.Topics;
import dev.civicwire.index.elastic.ArticleMapping;
import dev.civicwire.index.elastic.ElasticConfig;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import dev.civicwire.ingest.archive.WarcArchive;
import dev.civicwire.ingest.crawl.CrawlSettings;
import dev.civicwire.ingest.crawl.PageArchive;
import dev.civicwire.ingest.extract.PageExtractor;
import dev.civicwire.ingest.extract.SiteRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The settings in the stages' own words.
public final class Connections {
  /// Names the crawler where the operator has not; with it only loopback is crawled.
  private static final String NAMELESS = "civicwire/0.1";

  private Connections() {}

  /// Which Kafka, and how.
  public static KafkaConfig kafka(Settings settings, EngineSet engines) {
    String servers = engines.bootstrapServers();
    Map<String, String> properties =
        settings
            .given(Setting.KAFKA_CA)
            .map(pem -> Map.of("ssl.truststore.type", "PEM", "ssl.truststore.location", pem))
            .orElse(Map.of());
    Optional<Tls> tls =
        settings.flag(Setting.KAFKA_TLS) || !properties.isEmpty()
            ? Optional.of(Tls.trustingSystem())
            : Optional.empty();
    return new KafkaConfig(
        servers,
        groupProtocol(settings),
        login(settings),
        tls,
        settings.text(Setting.KAFKA_TOPIC_PREFIX),
        settings.number(Setting.KAFKA_PARTITIONS),
        Optional.of((short) settings.number(Setting.KAFKA_REPLICATION)),
        settings.number(Setting.KAFKA_MAX_RECORD_BYTES),
        properties);
  }

  private static Optional<Login> login(Settings settings) {
    return settings
        .given(Setting.KAFKA_USER)
        .map(
            user ->
                new Login(
                    user,
                    settings.text(Setting.KAFKA_PASSWORD),
                    settings.text(Setting.KAFKA_MECHANISM).strip().toUpperCase(Locale.ROOT)));
  }

  private static GroupProtocol groupProtocol(Settings settings) {
    String name = settings.text(Setting.KAFKA_GROUP_PROTOCOL).strip().toUpperCase(Locale.ROOT);
    for (GroupProtocol protocol : GroupProtocol.values()) {
      if (protocol.name().equals(name)) {
        return protocol;
      }
    }
    throw new ConfigException(
        Setting.KAFKA_GROUP_PROTOCOL.key() + " is '" + name + "': give consumer or classic");
  }

  /// A ready broker with the topics on it.
  public static KafkaConfig readyKafka(Settings settings, EngineSet engines, Progress progress) {
    KafkaConfig config = kafka(settings, engines);
    Topics topics = new Topics(config);
    topics.waitUntilReady(settings.duration(Setting.ENGINE_WAIT), progress::line);
    topics.create().forEach(progress::line);
    return config;
  }

  /// Which Elasticsearch, and how.
  public static ElasticConfig elastic(Settings settings, EngineSet engines) {
    ElasticConfig config =
        ElasticConfig.of(address(engines.elasticsearchUrl()))
            .withPrefix(settings.text(Setting.ELASTICSEARCH_INDEX_PREFIX));
    Optional<ElasticConfig.Credentials> key =
        settings.given(Setting.ELASTICSEARCH_API_KEY).map(ElasticConfig.Credentials.ApiKey::new);
    Optional<ElasticConfig.Credentials> signIn =
        key.or(
            () ->
                settings
                    .given(Setting.ELASTICSEARCH_USER)
                    .map(
                        user ->
                            new ElasticConfig.Credentials.User(
                                user, settings.text(Setting.ELASTICSEARCH_PASSWORD))));
    ElasticConfig signedIn = signIn.map(config::withCredentials).orElse(config);
    return trust(settings).map(signedIn::withTrust).orElse(signedIn);
  }

  private static Optional<ElasticConfig.Trust> trust(Settings settings) {
    Optional<ElasticConfig.Trust> file =
        settings
            .given(Setting.ELASTICSEARCH_CA)
            .map(pem -> new ElasticConfig.Trust.Authority(Path.of(pem)));
    return file.or(
        () ->
            settings
                .given(Setting.ELASTICSEARCH_CA_FINGERPRINT)
                .map(ElasticConfig.Trust.Fingerprint::new));
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          Setting.ELASTICSEARCH_URL.key() + " is '" + url + "': give http(s)://host:port");
    }
  }

  /// A ready node.
  public static ElasticConnection readyElastic(
      Settings settings, EngineSet engines, Progress progress) {
    ElasticConnection connection = ElasticConnection.open(elastic(settings, engines));
    connection.waitUntilReady(settings.duration(Setting.ENGINE_WAIT), progress::line);
    return connection;
  }

  /// The index behind the alias.
  public static IndexCatalog catalog(Settings settings, ElasticConnection connection) {
    ArticleMapping mapping =
        settings
            .given(Setting.ELASTICSEARCH_ACRONYMS)
            .map(file -> ArticleMapping.withAcronyms(Path.of(file)))
            .orElseGet(ArticleMapping::standard);
    return new IndexCatalog(connection, mapping, Clock.systemUTC());
  }

  /// Finds the article in a page, by the operator's rules for single sites where there are any.
  public static PageExtractor extractor(Settings settings) {
    Optional<Path> folder = settings.given(Setting.CRAWL_SITE_RULES).map(Path::of);
    try {
      return folder.isPresent()
          ? new PageExtractor().with(SiteRules.load(folder.get()))
          : new PageExtractor();
    } catch (IOException e) {
      throw new ConfigException(
          "%s is '%s', a folder that cannot be read"
              .formatted(Setting.CRAWL_SITE_RULES.key(), folder.orElseThrow()),
          e);
    }
  }

  /// How to crawl.
  public static CrawlSettings crawl(Settings settings) {
    CrawlSettings crawl =
        CrawlSettings.of(settings.given(Setting.CRAWL_USER_AGENT).orElse(NAMELESS))
            .withDelay(settings.duration(Setting.CRAWL_DELAY))
            .withRobotsGrace(settings.duration(Setting.CRAWL_ROBOTS_GRACE))
            .withMaxPageBytes(settings.number(Setting.CRAWL_MAX_PAGE_BYTES));
    return settings.flag(Setting.CRAWL_ALLOW_LOOPBACK)
        ? crawl.withAllowedPrivateAddresses(List.of("127.0.0.0/8", "::1/128"))
        : crawl;
  }

  /// Where responses are kept: WARC files in the data folder, unless that is switched off.
  public static PageArchive archive(Settings settings) {
    return settings.flag(Setting.CRAWL_ARCHIVE)
        ? new WarcArchive(archiveFolder(settings), Clock.systemUTC())
        : PageArchive.none();
  }

  /// The folder of the WARC files.
  public static Path archiveFolder(Settings settings) {
    return settings.dataFolder().resolve("warc");
  }
}

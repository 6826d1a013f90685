package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.List;
import java.util.Locale;

/// Other people's sites are crawled only by a crawler that says whom to write to.
final class ContactRule {
  private ContactRule() {}

  /// @throws StageException where a source is not on loopback and the user agent names no contact
  static void check(CrawlSettings settings, List<Source> sources) {
    if (settings.namesContact()) {
      return;
    }
    for (Source source : sources) {
      if (!isLoopback(UrlIdentity.host(source.url()).orElse(""))) {
        throw new StageException(
            "source %s is not on loopback and the user agent \"%s\" names no contact; set one like"
                    .formatted(source.name(), settings.userAgent())
                + " \"civicwire/0.1 (+https://example.org/crawler)\"");
      }
    }
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("::1")
        || (name.startsWith("127.") && name.chars().allMatch(c -> c == '.' || c <= '9'));
  }
}

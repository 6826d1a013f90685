package dev.civicwire.ingest.source;

import dev.civicwire.ingest.url.RegistrableDomain;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// How a list leads to its next page, by the selectors of `next-links.txt`, surest first.
final class NextLinks {
  private static final List<String> SELECTORS = selectors();

  private NextLinks() {}

  /// The first selector whose first match leads to another page of the same site; a listing asks
  /// its first match only.
  static Optional<String> selector(Document page) {
    return SELECTORS.stream().filter(selector -> leadsOn(page, selector)).findFirst();
  }

  private static boolean leadsOn(Document page, String selector) {
    return page.select(selector).stream()
        .findFirst()
        .flatMap(ListingReader::address)
        .filter(url -> isAnotherPage(page.location(), url))
        .isPresent();
  }

  private static boolean isAnotherPage(String here, String there) {
    String host = UrlIdentity.host(here).orElse("");
    String other = UrlIdentity.host(there).orElse("");
    return RegistrableDomain.same(host, other)
        && !UrlIdentity.of(there).equals(UrlIdentity.of(here));
  }

  private static List<String> selectors() {
    String name = "next-links.txt";
    try (InputStream in = NextLinks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(String::strip)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

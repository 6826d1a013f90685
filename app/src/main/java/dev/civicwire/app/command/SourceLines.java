package dev.civicwire.app.command;

import dev.civicwire.ingest.crawl.SiteProbe;
import dev.civicwire.ingest.source.Discovery;
import dev.civicwire.ingest.source.Opml;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.List;

/// Lines of a source file.
final class SourceLines {
  private SourceLines() {}

  /// @param asked address that was looked at
  static String of(String asked, SiteProbe.Found found) {
    StringBuilder out = new StringBuilder("sources:\n");
    String there = UrlIdentity.host(found.page()).orElse("");
    if (!UrlIdentity.host(asked).orElse("").equals(there)) {
      out.append(
          "  # %s is on another host now, %s: it leads to %s\n"
              .formatted(asked, there, found.page()));
    }
    int number = 0;
    for (Discovery.Candidate candidate : found.candidates()) {
      number++;
      String host = UrlIdentity.host(candidate.url()).orElse("site").replace("www.", "");
      out.append("  # ").append(candidate.why().replaceAll("\\p{Cntrl}", " ")).append('\n');
      out.append("  - name: ").append(quoted("%s-%d".formatted(host, number))).append('\n');
      out.append("    kind: ").append(candidate.kind()).append('\n');
      out.append("    url: ").append(quoted(candidate.url())).append('\n');
      candidate.link().ifPresent(css -> out.append("    link: ").append(quoted(css)).append('\n'));
      candidate.next().ifPresent(css -> out.append("    next: ").append(quoted(css)).append('\n'));
      out.append("    every: 6h\n");
    }
    return out.toString();
  }

  static String ofFeeds(List<Opml.Feed> feeds) {
    StringBuilder out = new StringBuilder("sources:\n");
    for (Opml.Feed feed : feeds) {
      out.append("  - name: ").append(quoted(feed.name())).append('\n');
      out.append("    kind: feed\n");
      out.append("    url: ").append(quoted(feed.url())).append('\n');
      out.append("    every: 6h\n");
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

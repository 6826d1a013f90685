package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.crawl.SiteProbe;
import dev.civicwire.ingest.source.Discovery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
  private static final SiteProbe.Found FOUND =
      new SiteProbe.Found(
          "https://www.example.org/news",
          List.of(
              new Discovery.Candidate(
                  "listing",
                  "https://www.example.org/news",
                  Optional.of("li.item a"),
                  Optional.of("a[rel~=next]"),
                  "6 links")));

  @Test
  void printsAListWithItsPaging() {
    assertThat(SourceLines.of("https://www.example.org/", FOUND))
        .isEqualTo(
            """
            sources:
              # 6 links
              - name: 'example.org-1'
                kind: listing
                url: 'https://www.example.org/news'
                link: 'li.item a'
                next: 'a[rel~=next]'
                every: 6h
            """);
  }

  @Test
  void namesTheHostThatASiteHasMovedTo() {
    assertThat(SourceLines.of("https://example.net/blog", FOUND))
        .startsWith(
            """
            sources:
              # https://example.net/blog is on another host now, www.example.org: \
            it leads to https://www.example.org/news
              # 6 links
            """);
  }
}

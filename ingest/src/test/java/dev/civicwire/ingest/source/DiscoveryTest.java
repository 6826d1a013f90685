package dev.civicwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.FetchedPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DiscoveryTest {
  private static final String BASE = "https://example.org/news/";

  private static List<Discovery.Candidate> discover(String html) {
    return Discovery.of(
        FetchedPage.ofBytes(BASE, html.getBytes(StandardCharsets.UTF_8), Instant.EPOCH),
        List.of("https://example.org/sitemap.xml"));
  }

  @Test
  void findsFeedsSitemapsAndLists() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      list.append(
          "<li class='item big'><h3><a href='/news/%d'>A headline of some length %d</a></h3></li>"
              .formatted(i, i));
    }

    List<Discovery.Candidate> found =
        discover(
            "<link rel=alternate type='application/rss+xml' href=feed><link rel=stylesheet href=x>"
                + "<nav><ul class=menu>"
                + "<li><a href='/menu'>A long entry of a menu</a>".repeat(9)
                + "</ul></nav><ul>"
                + list
                + "</ul><a href='/jobs.atom'>Jobs</a>");

    assertThat(found)
        .containsExactly(
            new Discovery.Candidate("feed", BASE + "feed", "declared by the page"),
            new Discovery.Candidate("feed", "https://example.org/jobs.atom", "linked as a feed"),
            new Discovery.Candidate(
                "sitemap", "https://example.org/sitemap.xml", "named by robots.txt"),
            new Discovery.Candidate(
                "listing",
                BASE,
                Optional.of("li.item h3 a"),
                Optional.empty(),
                "6 links like https://example.org/news/0"));
  }

  @Test
  void resolvesWhereThePageSaysThatItStands() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      list.append(
          "<li class=item><a href='%d'>A headline of some length %d</a></li>".formatted(i, i));
    }

    assertThat(
            discover(
                "<base href='/deep/er/'><link rel=alternate type='application/rss+xml' href=feed>"
                    + "<a href='jobs.atom'>Jobs</a><ul>%s</ul>".formatted(list)))
        .filteredOn(candidate -> !candidate.kind().equals("sitemap"))
        .containsExactly(
            new Discovery.Candidate(
                "feed", "https://example.org/deep/er/feed", "declared by the page"),
            new Discovery.Candidate(
                "feed", "https://example.org/deep/er/jobs.atom", "linked as a feed"),
            new Discovery.Candidate(
                "listing",
                BASE,
                Optional.of("li.item a"),
                Optional.empty(),
                "6 links like https://example.org/deep/er/0"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "next-links.csv", useHeadersInDisplayName = true)
  void findsWhatLeadsToTheNextPageOfAList(String markup, String selector) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      list.append(
          "<li class=item><a href='%d'>A headline of some length %d</a></li>".formatted(i, i));
    }

    assertThat(discover("<ul>%s</ul>%s".formatted(list, markup)))
        .filteredOn(candidate -> candidate.kind().equals("listing"))
        .extracting(Discovery.Candidate::next)
        .containsExactly(Optional.ofNullable(selector));
  }
}

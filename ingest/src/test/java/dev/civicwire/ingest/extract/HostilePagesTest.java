package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.FetchedPage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages that are made to exhaust a reader: each ends within the time limit with a named outcome.
class HostilePagesTest {
  private static final PageExtractor EXTRACTOR = new PageExtractor();

  /// Generous, since the machine that runs the tests may be busy.
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String PROSE =
      "<p>The council has set aside four million pounds for a new case management system this year.</p>";

  enum Attack {
    DEEP_NESTING("<div>".repeat(100_000) + PROSE),
    DEEP_INLINE("<b><i>".repeat(50_000) + PROSE),
    DEEP_LISTS("<ul><li>".repeat(50_000) + PROSE),
    DEEP_TABLES("<table><tr><td>".repeat(20_000) + PROSE),
    MANY_SIBLINGS("<p>x</p>".repeat(1_000_000)),
    MANY_BREAKS("x<br>".repeat(500_000)),
    MANY_CELLS("<table><tr>" + "<td>1</td>".repeat(300_000) + "</tr></table>"),
    LONG_LINE("<p>" + "The council met again. ".repeat(900_000) + "</p>"),
    LONG_WORD("<p>" + "x".repeat(5_000_000) + "</p>"),
    UNCLOSED("<div class=a><p><span><table><tr><td><a href='".repeat(5_000)),
    SCRIPT_OF_TAGS("<script>" + "</p><p>text".repeat(200_000) + "</script>" + PROSE),
    BIG_JSON_LD(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
            + "word ".repeat(2_000_000)
            + "\"}</script>"
            + PROSE),
    DEEP_JSON_LD(
        "<script type='application/ld+json'>" + "[".repeat(1_000_000) + "</script>" + PROSE),
    DEEP_JSON_OBJECTS(
        "<script type='application/ld+json'>" + "{\"a\":".repeat(200_000) + "</script>" + PROSE),
    MANY_ATTRIBUTES("<p " + "a b c d e f ".repeat(100_000) + ">text</p>" + PROSE),
    LONG_CLASS("<div class='" + "related-posts ".repeat(300_000) + "'>" + PROSE + "</div>"),
    MANY_ITEMS(
        "<div itemscope itemtype='https://schema.org/JobPosting'><span itemprop='title'>x</span>"
            .repeat(20_000)),
    MANY_BYLINES("<div class='author'>By Asha Whitcombe".repeat(50_000)),
    MANY_DATES("<time datetime='1'>1 1 1 1 1</time>".repeat(100_000) + PROSE),
    MANY_TITLES("<h1>a - b - c | d</h1>".repeat(100_000) + PROSE),
    LONG_TITLE("<title>" + "a - b | c: ".repeat(200_000) + "</title>" + PROSE),
    ENTITIES("<p>" + "&amp;&lt;&#x41;".repeat(500_000) + "</p>"),
    ZERO_BYTES("\0".repeat(1_000_000) + PROSE),
    COMMENT_OPEN("<!--" + " -- ".repeat(500_000) + PROSE);

    private final String html;

    Attack(String html) {
      this.html = html;
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsInTimeWithANamedOutcome(Attack attack) {
    byte[] bytes = attack.html.getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();

    Extraction extraction = EXTRACTOR.extract(page(bytes), "test");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    switch (extraction) {
      case Extraction.Found found -> assertThat(found.article().text()).isNotBlank();
      case Extraction.Refused refused ->
          assertThat(refused.reason()).isIn("no-text", "not-html", "empty-page");
    }
  }

  @Test
  void throwsNothingOnMutatedPages() {
    String page =
        "<html lang=en><head><title>A - B</title><script type='application/ld+json'>{\"@type\":\"JobPosting\",\"baseSalary\":{\"value\":1}}"
            + "</script></head><body><article><h1>A</h1><time datetime='2025-01-01'>x</time>"
            + PROSE.repeat(3)
            + "<table><tr><td>Salary</td><td>£1</td></tr></table><dl><dt>a<dd>b</dl></article></body></html>";
    Random random = new Random(11);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(30); change++) {
        bytes[random.nextInt(bytes.length)] =
            (byte)
                (random.nextInt(4) == 0
                    ? "<>\"'/{}[]=&;-".charAt(random.nextInt(13))
                    : random.nextInt(256));
      }
      assertThat(EXTRACTOR.extract(page(bytes), "test")).isNotNull();
    }
  }

  private static FetchedPage page(byte[] bytes) {
    return FetchedPage.ofBytes(
        "https://hostile.example/x", bytes, Instant.parse("2026-11-22T12:00:00Z"));
  }
}

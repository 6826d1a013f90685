package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.FetchedPage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages that are made to exhaust a reader: each ends within the time limit with a named outcome.
class HostilePagesTest {
  private static final PageExtractor EXTRACTOR = new PageExtractor();

  /// Of the thread's own time, since the machine that runs the tests may be busy.
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String PROSE =
      "<p>The council has set aside four million pounds for a new case management system this"
          + " year.</p>";

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
    BIG_JSON_LD_AND_MANY_BLOCKS(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
            + "word ".repeat(1_000_000)
            + "\"}</script>"
            + "<p>the council met again today</p>".repeat(40_000)),
    LONG_TITLE_AND_MANY_BLOCKS(
        "<title>"
            + "word ".repeat(400_000)
            + "</title>"
            + "<p>a line of a list</p>".repeat(40_000)),
    OPEN_FORMATTING("<b><i><u><s>".repeat(3) + "<p>x".repeat(300_000)),
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
    MANY_ADDRESSES("<p " + "href=a src=b ".repeat(80_000) + ">text</p>" + PROSE),
    DRAWING_OF_OPEN_COMMENTS("<svg>" + "<!--".repeat(1_000_000) + PROSE),
    MANY_AUTHORS(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":["
            + "{\"@type\":\"Person\",\"name\":\"Ann Bee\"},".repeat(100_000)
            + "\"Ann Bee\"]}</script>"
            + PROSE),
    LONG_AUTHOR(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\""
            + "Ann Bee and ".repeat(300_000)
            + "\"}</script>"
            + PROSE),
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
    long start = THREADS.getCurrentThreadCpuTime();

    Extraction extraction = EXTRACTOR.extract(page(bytes), "test");

    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LIMIT);
    switch (extraction) {
      case Extraction.Found found -> assertThat(found.article().text()).isNotBlank();
      case Extraction.Refused refused ->
          assertThat(refused.reason()).isIn("no-text", "not-html", "empty-page");
    }
  }

  @BeforeAll
  static void compileTheCode() throws IOException, URISyntaxException {
    mutate(300, 3);
  }

  @Test
  void throwsNothingOnMutatedPages() throws IOException, URISyntaxException {
    mutate(1_500, 11);
  }

  @Test
  @Tag("soak")
  void throwsNothingOnTwentyThousandMutatedPages() throws IOException, URISyntaxException {
    mutate(20_000, 12);
  }

  /// Pages of the corpus with bytes changed, and parts cut out and doubled.
  private static void mutate(int rounds, long seed) throws IOException, URISyntaxException {
    List<byte[]> pages = new ArrayList<>();
    for (String name : PageExtractorTest.pages()) {
      pages.add(PageExtractorTest.resource(name + ".html"));
    }
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = mutated(pages.get(random.nextInt(pages.size())), random);
      assertThat(EXTRACTOR.extract(page(bytes), "test")).isNotNull();
    }
  }

  private static byte[] mutated(byte[] page, Random random) {
    byte[] bytes = page.clone();
    for (int change = 0; change <= random.nextInt(30) && bytes.length > 8; change++) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(Math.min(200, bytes.length - at) + 1);
      switch (random.nextInt(6)) {
        case 0 -> {
          byte[] rest = Arrays.copyOf(bytes, bytes.length - length);
          System.arraycopy(bytes, at + length, rest, at, bytes.length - at - length);
          bytes = rest;
        }
        case 1 ->
            System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        case 2 -> bytes[at] = (byte) random.nextInt(256);
        default -> bytes[at] = (byte) "<>\"'/{}[]=&;-!".charAt(random.nextInt(14));
      }
    }
    return bytes;
  }

  private static FetchedPage page(byte[] bytes) {
    return FetchedPage.ofBytes(
        "https://hostile.example/x", bytes, Instant.parse("2026-11-22T12:00:00Z"));
  }
}

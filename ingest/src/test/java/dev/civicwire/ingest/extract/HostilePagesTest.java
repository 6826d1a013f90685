package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Provenance;
import dev.civicwire.ingest.FetchedPage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages that are made to exhaust a reader: each ends within the time limit with a named outcome.
class HostilePagesTest {
  private static final PageExtractor EXTRACTOR = new PageExtractor();

  /// Of the thread's own time, since the machine that runs the tests may be busy.
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void endsInTimeWithANamedOutcome(Attack attack) {
    byte[] bytes = attack.bytes();
    long start = THREADS.getCurrentThreadCpuTime();

    Extraction extraction = EXTRACTOR.extract(page(bytes), "test");

    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LIMIT);
    switch (extraction) {
      case Extraction.Found found -> assertThat(found.article().text()).isNotBlank();
      case Extraction.Refused refused ->
          assertThat(refused.reason()).isIn("no-text", "not-html", "empty-page");
    }
  }

  @ParameterizedTest
  @CsvSource({"BIG_JSON_LD, length", "MANY_JSON_LD_TOKENS, size or depth"})
  void namesTheLimitThatStructuredDataExceeds(Attack attack, String limit) {
    Extraction extraction = EXTRACTOR.extract(page(attack.bytes()), "test");

    assertThat(extraction)
        .asInstanceOf(InstanceOfAssertFactories.type(Extraction.Found.class))
        .extracting(found -> found.article().provenance())
        .asInstanceOf(InstanceOfAssertFactories.list(Provenance.class))
        .filteredOn(provenance -> provenance.field().equals("structured_data_left_out"))
        .extracting(Provenance::from)
        .containsExactly("json-ld over the limit of " + limit);
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

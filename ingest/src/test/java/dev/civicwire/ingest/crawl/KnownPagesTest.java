package dev.civicwire.ingest.crawl;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.crawl.PageTable.PageHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownPagesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");

  private static OfUrl page(String url, String host, Optional<String> text, Instant due) {
    return new OfUrl(
        url, host, "news", Outcomes.ARTICLE, text, text, text, text, text, NOW, due, 3);
  }

  private static OfUrl page(int number) {
    String url = "https://a.example/" + number;
    return page(url, "a.example", Optional.of(ArticleId.of(url)), NOW.plusSeconds(number));
  }

  @Test
  void keepsEveryFieldOfAState() {
    PageBytes bytes = new PageBytes();
    String address = "https://b.example/own";
    for (OfUrl state :
        List.of(
            page(1),
            page(address, "b.example", Optional.of(ArticleId.of(address)), NOW),
            page(address, "b.example", Optional.of(ArticleId.of(address).toUpperCase(ROOT)), NOW),
            page("https://b.example:8443", "b.example", Optional.empty(), NOW),
            page("https://b.example/ä?x=€", "b.example", Optional.of("no hash, ä"), NOW),
            page("https://b.example/", "the-sources.example", Optional.empty(), Instant.EPOCH),
            page("no address", "", Optional.of(""), NOW.minusSeconds(4_000_000_000L)))) {
      PageHash key = PageHash.of(state.url());
      assertThat(bytes.decode(key, bytes.encode(key, state))).isEqualTo(state);
    }
  }

  @Test
  void findsWhatIsThereAfterPagesWereForgotten() {
    PageTable table = new PageTable();
    Map<PageHash, OfUrl> twin = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      OfUrl state = page(random.nextInt(3_000));
      PageHash key = PageHash.of(state.url());
      if (random.nextInt(3) == 0) {
        table.remove(key);
        twin.remove(key);
      } else {
        table.put(key, state);
        twin.put(key, state);
      }
    }
    assertThat(table.size()).isEqualTo(twin.size());
    twin.forEach((key, state) -> assertThat(table.get(key)).contains(state));
    assertThat(table.get(PageHash.of("https://elsewhere.example/"))).isEmpty();
  }

  @Test
  void tellsWhatIsDueInItsOrderAndOnce() {
    KnownPages known = new KnownPages();
    List.of(50, 10, 30, 20, 40).forEach(number -> known.put(page(number)));
    known.put(page("https://a.example/10", "a.example", Optional.empty(), NOW.plusSeconds(99)));

    assertThat(known.takeDue(NOW.plusSeconds(40), source -> false))
        .extracting(OfUrl::url)
        .containsExactly("https://a.example/20", "https://a.example/30", "https://a.example/40");
    assertThat(known.takeDue(NOW.plusSeconds(40), source -> false)).isEmpty();
    assertThat(known.takeDue(NOW.plusSeconds(99), source -> false)).hasSize(2);
  }

  @Test
  void keepsThePagesOfAHeldSourceUntilItIsReleased() {
    KnownPages known = new KnownPages();
    known.put(page(10));
    String source = page(10).source();

    assertThat(known.takeDue(NOW.plusSeconds(40), source::equals)).isEmpty();
    assertThat(known.takeDue(NOW.plusSeconds(50), source::equals)).isEmpty();
    assertThat(known.takeDue(NOW.plusSeconds(60), name -> false))
        .extracting(OfUrl::url)
        .containsExactly("https://a.example/10");
    assertThat(known.takeDue(NOW.plusSeconds(70), name -> false)).isEmpty();
  }

  @Test
  void forgetsWhatTheLogForgets() {
    KnownPages known = new KnownPages();
    known.put(page(1));
    assertThat(known.knows("url https://a.example/1")).isTrue();
    known.forget("url https://a.example/1");
    assertThat(known.knows("url https://a.example/1")).isFalse();
    assertThat(known.size()).isZero();
  }
}

package dev.civicwire.ingest.crawl;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.crawl.PageTable.PageHash;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
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
      ByteWriter written = bytes.encode(key, state);
      assertThat(bytes.decode(key, ByteBuffer.wrap(written.array(), 0, written.size())))
          .isEqualTo(state);
    }
  }

  /// Texts of many lengths, so that pages move about.
  private static OfUrl page(Random random, int most) {
    String url = "https://a%d.example/%d".formatted(random.nextInt(3), random.nextInt(most));
    String text = "x".repeat(random.nextInt(400));
    return page(url, "a.example", Optional.of(text), NOW.plusSeconds(random.nextInt(1000)));
  }

  @Test
  void findsTheNewestStateOfEveryPage() {
    PageTable table = new PageTable();
    Map<PageHash, OfUrl> twin = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 60_000; i++) {
      OfUrl state = page(random, 4_000);
      table.put(PageHash.of(state.url()), state);
      twin.put(PageHash.of(state.url()), state);
    }
    assertThat(table.size()).isEqualTo(twin.size());
    twin.forEach((key, state) -> assertThat(table.get(key)).contains(state));
    assertThat(table.get(PageHash.of("https://elsewhere.example/"))).isEmpty();
    List<OfUrl> all = new ArrayList<>();
    table.forEach(all::add);
    assertThat(all).containsExactlyInAnyOrderElementsOf(twin.values());
  }

  @Test
  void keepsNoMoreThanAThirdOfWhatWasDropped() {
    Slabs slabs = new Slabs();
    Map<PageHash, Integer> places = new HashMap<>();
    Random random = new Random(1);
    int last = 0;
    for (int i = 0; i < 300_000; i++) {
      PageHash key = new PageHash(0, random.nextInt(10_000));
      byte[] bytes = new byte[1 + random.nextInt(400)];
      bytes[bytes.length - 1] = (byte) key.low();
      Optional.ofNullable(places.get(key)).ifPresent(slabs::drop);
      places.put(key, slabs.add(key, bytes, bytes.length));
      slabs.clean(places::put);
      last = Math.max(last, places.getOrDefault(key, 0));
    }
    places.forEach(
        (key, place) -> {
          assertThat(slabs.key(place)).isEqualTo(key);
          byte[] bytes = new byte[slabs.bytes(place).remaining()];
          slabs.bytes(place).get(bytes);
          assertThat(bytes[bytes.length - 1]).isEqualTo((byte) key.low());
        });
    // 10,000 entries of 230 bytes at most on average, in words of 8 bytes.
    assertThat(last * 8L).isLessThan(10_000L * 230 * 2);
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
  void aPageThatFailedTakesNoArticleOfAnother() {
    Optional<String> id = Optional.of(ArticleId.of("https://a.example/"));
    OfUrl gives = page("https://a.example/1", "a.example", id, NOW);
    OfUrl failed = outcome(page("https://a.example/2", "a.example", id, NOW), Outcomes.FAILED);
    for (List<OfUrl> order : List.of(List.of(gives, failed), List.of(failed, gives))) {
      KnownPages known = new KnownPages();
      order.forEach(known::put);
      assertThat(known.isOwner(id.get(), gives.url())).isTrue();
    }
    KnownPages alone = new KnownPages();
    alone.put(failed);
    assertThat(alone.isOwner(id.get(), failed.url())).isTrue();
  }

  private static OfUrl outcome(OfUrl page, String outcome) {
    return new OfUrl(
        page.url(),
        page.host(),
        page.source(),
        outcome,
        page.detail(),
        page.etag(),
        page.lastModified(),
        page.contentHash(),
        page.articleId(),
        page.fetchedAt(),
        page.nextDue(),
        page.failures());
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
}

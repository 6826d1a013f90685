package dev.civicwire.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlState.OfRobots;
import dev.civicwire.contract.Payload;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RobotsCacheTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String PAGE = "https://example.org/a/b?c=d";
  private final RobotsCache cache = new RobotsCache("civicwire", Clock.fixed(NOON, ZoneOffset.UTC));
  private final List<String> asked = new ArrayList<>();
  private final List<OfRobots> kept = new ArrayList<>();

  private RobotsVerdict verdict(FetchResult result) {
    return cache.verdict(
        PAGE,
        request -> {
          asked.add(request.url());
          return result;
        },
        kept::add);
  }

  private static FetchResult robots(String text, String type) {
    return new FetchResult.Page(
        new FetchedPage(
            "u",
            "u",
            200,
            Optional.of(type),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Payload.of(text),
            false,
            NOON));
  }

  private static FetchResult robots(String text) {
    return robots(text, "text/plain");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "'', ALLOWED",
    "'User-agent: *\nDisallow: /', FORBIDDEN",
    "'User-agent: *\nDisallow: /a/', FORBIDDEN",
    "'User-agent: *\nDisallow: /a/\nAllow: /a/b', ALLOWED",
    "'User-agent: *\nDisallow: /*?c=', FORBIDDEN",
    "'User-agent: *\nDisallow: /*.pdf$', ALLOWED",
    "'User-agent: other\nDisallow: /', ALLOWED",
    "'User-agent: *\nDisallow: /\n\nUser-agent: CivicWire\nAllow: /', ALLOWED",
    "'User-agent: civicwire\nUser-agent: other\nDisallow: /', FORBIDDEN",
    "'\uFEFFUser-agent: *\nDisallow: /', FORBIDDEN",
    "'user-agent:*\rdisallow:/', FORBIDDEN",
    "'no rules at all', ALLOWED"
  })
  void followsTheRules(String text, String expected) {
    assertThat(verdict(robots(text)).getClass().getSimpleName()).isEqualToIgnoringCase(expected);
    assertThat(asked).containsExactly("https://example.org/robots.txt");
  }

  @Test
  void takesAnHtmlPageForNoRules() {
    String soft404 = "<html><body>User-agent: *<br>Disallow: / is not here</body></html>";

    assertThat(verdict(robots(soft404, "text/html"))).isInstanceOf(RobotsVerdict.Allowed.class);
  }

  @Test
  void tellsTheDelayThatIsAskedFor() {
    assertThat(verdict(robots("User-agent: *\nCrawl-delay: 600")))
        .isEqualTo(new RobotsVerdict.Allowed(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @EnumSource
  void holdsOrAllowsByTheFailure(FetchFailure failure) {
    RobotsVerdict verdict = verdict(FetchResult.Failed.of(failure, 0, "x"));

    boolean allowed = failure == FetchFailure.DENIED || failure == FetchFailure.CLIENT_ERROR;
    assertThat(verdict)
        .isInstanceOf(allowed ? RobotsVerdict.Allowed.class : RobotsVerdict.Held.class);
  }

  @Test
  void allowsWhereThereIsNoFile() {
    assertThat(verdict(new FetchResult.Gone(404))).isInstanceOf(RobotsVerdict.Allowed.class);
  }

  @Test
  void followsFiveRedirectsAndNotSix() {
    FetchResult forbid = robots("User-agent: *\nDisallow: /");

    assertThat(redirected(5, forbid)).isInstanceOf(RobotsVerdict.Forbidden.class);
    assertThat(redirected(6, forbid)).isInstanceOf(RobotsVerdict.Allowed.class);
  }

  private RobotsVerdict redirected(int hops, FetchResult last) {
    int[] left = {hops};
    return new RobotsCache("civicwire", Clock.fixed(NOON, ZoneOffset.UTC))
        .verdict(
            PAGE,
            (FetchRequest request) ->
                left[0]-- > 0 ? new FetchResult.Redirect(301, request.url() + "x") : last,
            state -> {});
  }

  @Test
  void keepsWhatItRead() {
    verdict(robots("User-agent: *\nDisallow: /a"));

    assertThat(verdict(robots(""))).isInstanceOf(RobotsVerdict.Forbidden.class);
    assertThat(asked).hasSize(1);
  }

  @Test
  void goesOnWithWhatAnEarlierProcessRead() {
    verdict(robots("User-agent: *\nDisallow: /a"));

    RobotsCache next = restored(NOON.plus(Duration.ofHours(23)));

    assertThat(next.version(PAGE)).isEqualTo(cache.version(PAGE)).isPresent();
    assertThat(next.verdict(PAGE, RobotsCacheTest::unasked, state -> {}))
        .isInstanceOf(RobotsVerdict.Forbidden.class);
  }

  @Test
  void readsAgainAfterADay() {
    verdict(robots("User-agent: *\nDisallow: /a"));

    assertThat(restored(NOON.plus(Duration.ofHours(24))).verdict(PAGE, r -> robots(""), s -> {}))
        .isInstanceOf(RobotsVerdict.Allowed.class);
  }

  @Test
  void holdsAsLongAsAnEarlierProcessWouldHave() {
    verdict(FetchResult.Failed.of(FetchFailure.SERVER_ERROR, 500, "x"));

    assertThat(
            restored(NOON.plus(Duration.ofMinutes(9)))
                .verdict(PAGE, RobotsCacheTest::unasked, state -> {}))
        .isInstanceOf(RobotsVerdict.Held.class);
  }

  @Test
  void keepsNoFileThatWouldBloatTheState() {
    byte[] noise = new byte[400_000];
    new Random(1).nextBytes(noise);

    verdict(robots("User-agent: *\nDisallow: /a\n# " + HexFormat.of().formatHex(noise)));

    assertThat(kept).isEmpty();
  }

  @Test
  void readsAgainWhatItCannotUnpack() {
    cache.restore(
        new OfRobots(
            "https://example.org",
            "example.org",
            NOON,
            NOON.plus(Duration.ofHours(1)),
            0,
            Optional.empty(),
            Optional.of("no gzip"),
            Optional.empty()));

    assertThat(verdict(robots("User-agent: *\nDisallow: /")))
        .isInstanceOf(RobotsVerdict.Forbidden.class);
  }

  private RobotsCache restored(Instant now) {
    RobotsCache next = new RobotsCache("civicwire", Clock.fixed(now, ZoneOffset.UTC));
    kept.forEach(next::restore);
    return next;
  }

  private static FetchResult unasked(FetchRequest request) {
    throw new AssertionError(request.url() + " was asked again");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "noindex, true",
    "'NOINDEX, nofollow', true",
    "none, true",
    "nofollow, false",
    "'otherbot: noindex', false",
    "'civicwire: noindex', true",
    "'otherbot: nofollow, civicwire: noindex', true",
    "'unavailable_after: 25 Jun 2030 15:00:00 PST, noindex', true",
    "max-snippet:20, false"
  })
  void readsTheHeader(String header, boolean forbids) {
    assertThat(RobotsTag.forbidsIndexing(List.of(header), "civicwire")).isEqualTo(forbids);
  }

  @Test
  void keepsSeveralHeadersApart() {
    List<String> headers = List.of("otherbot: noindex", "nofollow");
    assertThat(RobotsTag.forbidsFollowing(headers, "civicwire")).isTrue();
    assertThat(RobotsTag.forbidsIndexing(headers, "civicwire")).isFalse();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "noindex, true",
    "'index; NOINDEX', true",
    "noindex nofollow, true",
    "none, true",
    "'max-image-preview:none, follow', false",
    "'nofollow', false"
  })
  void readsTheMeta(String content, boolean forbids) {
    assertThat(RobotsTag.metaForbidsIndexing(content)).isEqualTo(forbids);
  }
}

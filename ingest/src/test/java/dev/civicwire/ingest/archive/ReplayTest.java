package dev.civicwire.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.crawl.CrawlLogTwin;
import dev.civicwire.ingest.crawl.PageArchive;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Path DEVELOPMENT_PAGES =
      Path.of(
          System.getProperty("civicwire.root", ".."),
          "../shared/gold/extraction/dev-pages.warc.gz");

  @TempDir Path folder;
  private final List<String> complaints = new ArrayList<>();

  private final Extractor firstLine =
      (page, source) ->
          page.body().size() == 0
              ? new Extraction.Refused("empty-page", page.url() + " is empty")
              : new Extraction.Found(
                  Article.ofText(
                      ArticleId.of(page.url()),
                      page.url(),
                      page.body().utf8().lines().findFirst().orElse(""),
                      "text",
                      Optional.empty()));

  private final CrawlLogTwin log = new CrawlLogTwin();

  private ReplayReport replay(Path file) {
    return new Replay(firstLine, log, Optional.of("replay"), complaints::add).replay(file);
  }

  private static FetchedPage page(String path, String body, boolean truncated) {
    String url = "https://example.org" + path;
    return new FetchedPage(
        url,
        url,
        200,
        Optional.of("text/html; charset=utf-8"),
        List.of("otherbot: noindex", "nofollow"),
        Optional.of("\"v1\""),
        Optional.empty(),
        Payload.of(body),
        truncated,
        NOON);
  }

  private static PageArchive.Origin origin(Optional<String> articleId) {
    return new PageArchive.Origin("feed", articleId, Optional.empty(), false);
  }

  private Path archived(FetchedPage... pages) throws IOException {
    try (WarcArchive archive = new WarcArchive(folder, Clock.systemUTC())) {
      for (FetchedPage page : pages) {
        archive.add(page, origin(Optional.of(ArticleId.of(page.url()))));
      }
    }
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".warc.gz")).findFirst().orElseThrow();
    }
  }

  @Test
  void givesBackWhatWasArchived() throws IOException {
    FetchedPage whole = page("/a", "Ärger über Umlaute\nund mehr", false);
    List<FetchedPage> read = new ArrayList<>();

    new WarcPages(archived(whole), complaints::add).forEach(archived -> read.add(archived.page()));

    assertThat(read).containsExactly(whole);
    assertThat(complaints).isEmpty();
  }

  @Test
  void makesArticlesAndRejections() throws IOException {
    ReplayReport report =
        replay(archived(page("/a", "Alpha", false), page("/b", "", false), page("/c", "C", true)));

    assertThat(log.articles()).extracting(Article::title).containsExactly("Alpha");
    assertThat(log.rejections())
        .extracting(Rejection::reason)
        .containsExactly("empty-page", "too-large");
    assertThat(report).isEqualTo(new ReplayReport(3, 1, 2, 1, 0));
  }

  @Test
  void indexesResponsesByArticle() throws IOException {
    archived(page("/a", "Alpha", false), page("/b", "Beta", false));

    assertThat(Files.readAllLines(folder.resolve("index.tsv")))
        .hasSize(2)
        .first()
        .asString()
        .startsWith(ArticleId.of("https://example.org/a") + "\t");
  }

  @Test
  void passesOverABrokenMember() throws IOException {
    Path file =
        archived(page("/a", "Alpha", false), page("/b", "Beta", false), page("/c", "Gamma", false));
    long second =
        Long.parseLong(Files.readAllLines(folder.resolve("index.tsv")).get(1).split("\t")[2]);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, (int) second + 30, (int) second + 60, (byte) 0x55);
    Files.write(file, bytes);

    ReplayReport report = replay(file);

    assertThat(log.articles()).extracting(Article::title).containsExactly("Alpha", "Gamma");
    assertThat(report.broken()).isOne();
    assertThat(complaints).isNotEmpty().first().asString().contains("broken record");
  }

  @Test
  void readsWhatACrashLeft() throws IOException {
    Path file = archived(page("/a", "Alpha", false), page("/b", "Beta", false));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));

    ReplayReport report = replay(file);

    assertThat(log.articles()).extracting(Article::title).startsWith("Alpha");
    assertThat(report.broken()).isOne();
  }

  @Test
  void readsPlainFiles() throws IOException {
    Path packed = archived(page("/a", "Alpha", false));
    Path plain = folder.resolve("plain.warc");
    try (var in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, plain);
    }

    assertThat(replay(plain).articles()).isOne();
  }

  @Test
  void saysWhatIsNoWarc() throws IOException {
    Path file = folder.resolve("x.warc");
    Files.writeString(file, "<html>no archive", StandardCharsets.UTF_8);

    assertThat(replay(file)).isEqualTo(new ReplayReport(0, 0, 0, 0, 1));
    assertThat(complaints).hasSize(1);
    assertThatThrownBy(() -> replay(folder.resolve("none.warc")))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void beginsANewFileWhenOneIsFull() throws IOException {
    try (WarcArchive archive = new WarcArchive(folder, Clock.systemUTC(), 1)) {
      archive.add(page("/a", "Alpha", false), origin(Optional.empty()));
      archive.add(page("/b", "Beta", false), origin(Optional.empty()));
    }

    try (var files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".warc.gz"))).hasSize(2);
    }
  }

  @Test
  void replaysTheDevelopmentPages() {
    assumeThat(DEVELOPMENT_PAGES).exists();

    ReplayReport report = replay(DEVELOPMENT_PAGES);

    assertThat(report.pages()).isEqualTo(323);
    assertThat(report.broken()).isZero();
  }

  @Test
  void takesArticlesOut() throws IOException {
    Path file =
        archived(page("/a", "Alpha", false), page("/b", "Beta", false), page("/c", "Gamma", false));

    ArchivePurge.Purged purged =
        new ArchivePurge(folder).remove(Set.of(ArticleId.of("https://example.org/b")));

    assertThat(purged).isEqualTo(new ArchivePurge.Purged(1, 0));
    assertThat(replay(file).broken()).isZero();
    assertThat(log.articles()).extracting(Article::title).containsExactly("Alpha", "Gamma");
    assertThat(Files.readAllLines(folder.resolve("index.tsv"))).hasSize(2);
    assertThat(folder.resolve(ArchivePurge.PENDING)).doesNotExist();
  }

  @Test
  void takesArticlesOutOfTheFileBeingWrittenWhenItIsClosed() {
    try (WarcArchive archive = new WarcArchive(folder, Clock.systemUTC())) {
      archive.add(page("/a", "Alpha", false), origin(Optional.of("id-a")));
      archive.add(page("/b", "Beta", false), origin(Optional.of("id-b")));

      assertThat(new ArchivePurge(folder).remove(Set.of("id-a")))
          .isEqualTo(new ArchivePurge.Purged(0, 1));
      archive.add(page("/c", "Gamma", false), origin(Optional.of("id-c")));
    }

    replayFolder();
    assertThat(log.articles()).extracting(Article::title).containsExactly("Beta", "Gamma");
    assertThat(folder.resolve(ArchivePurge.PENDING)).doesNotExist();
  }

  @Test
  void cutsOffHalfARecordAtTheNextStart() throws IOException {
    Path file = archived(page("/a", "Alpha", false));
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, StandardOpenOption.APPEND);

    try (WarcArchive archive = new WarcArchive(folder, Clock.systemUTC())) {
      archive.add(page("/b", "Beta", false), origin(Optional.empty()));
    }

    assertThat(replayFolder().broken()).isZero();
    assertThat(log.articles())
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Alpha", "Beta");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void finishesAPurgeThatACrashCut(boolean moved) throws IOException {
    Path file =
        archived(page("/a", "Alpha", false), page("/b", "Beta", false), page("/c", "Gamma", false));
    Path index = folder.resolve("index.tsv");
    byte[] whole = Files.readAllBytes(file);
    List<String> stale = Files.readAllLines(index);
    ArchivePurge purge = new ArchivePurge(folder);
    purge.remove(Set.of(ArticleId.of("https://example.org/a")));
    List<String> fresh = Files.readAllLines(index);
    Files.write(index, stale);
    Files.write(folder.resolve(file.getFileName() + ArchivePurge.JOURNAL), fresh);
    if (!moved) {
      Files.move(file, folder.resolve(file.getFileName() + ArchivePurge.NEXT));
      Files.write(file, whole);
    }

    assertThat(purge.remove(Set.of(ArticleId.of("https://example.org/b"))).records()).isOne();

    replay(file);
    assertThat(log.articles()).extracting(Article::title).containsExactly("Gamma");
    try (var left = Files.list(folder)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("archive.lock", "index.tsv", file.getFileName().toString());
    }
  }

  @Test
  void goesOnWithoutAFileThatTheOperatorDeleted() throws IOException {
    Files.delete(archived(page("/a", "Alpha", false)));

    Set<String> ids = Set.of(ArticleId.of("https://example.org/a"));
    assertThat(new ArchivePurge(folder).remove(ids)).isEqualTo(new ArchivePurge.Purged(0, 0));
    assertThat(folder.resolve("index.tsv")).isEmptyFile();
  }

  @Test
  void refusesToPurgeAFileThatIsShorterThanItsIndex() throws IOException {
    Path file = archived(page("/a", "Alpha", false), page("/b", "Beta", false));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));

    Set<String> ids = Set.of(ArticleId.of("https://example.org/a"));
    assertThatThrownBy(() -> new ArchivePurge(folder).remove(ids))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("shorter than index.tsv says");
  }

  @Test
  void losesNoLineWhenACrawlWritesDuringPurges() throws IOException {
    archived(page("/old", "Old", false));
    ArchivePurge purge = new ArchivePurge(folder);
    Set<String> ids = Set.of(ArticleId.of("https://example.org/old"));
    try (WarcArchive archive = new WarcArchive(folder, Clock.systemUTC())) {
      archive.add(page("/first", "First", false), origin(Optional.of("first")));
      CompletableFuture<Void> purges =
          CompletableFuture.runAsync(() -> IntStream.range(0, 50).forEach(_ -> purge.remove(ids)));
      for (int i = 0; i < 200; i++) {
        archive.add(page("/" + i, "Page", false), origin(Optional.of("id-" + i)));
      }
      purges.join();
    }

    assertThat(Files.readAllLines(folder.resolve("index.tsv"))).hasSize(201);
  }

  private ReplayReport replayFolder() {
    return replay(folder);
  }
}

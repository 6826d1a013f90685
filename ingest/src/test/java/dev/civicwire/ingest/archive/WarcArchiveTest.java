package dev.civicwire.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.crawl.PageArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcArchiveTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @TempDir Path folder;

  @Test
  void keepsPagesOfInterruptedThreads() throws IOException {
    boolean stillInterrupted;
    try (PageArchive archive = new WarcArchive(folder, Clock.systemUTC())) {
      Thread.currentThread().interrupt();
      add(archive, "first");
      add(archive, "second");
      stillInterrupted = Thread.interrupted();
      add(archive, "third");
    }

    assertThat(stillInterrupted).isTrue();
    assertThat(new ArchiveIndex(folder).lines())
        .extracting(ArchiveIndex.Line::articleId)
        .containsExactly("first", "second", "third");
    assertThat(ArchivePurge.files(folder)).hasSize(1);
  }

  private static void add(PageArchive archive, String id) {
    FetchedPage page =
        FetchedPage.ofBytes("https://a.example/" + id, id.getBytes(StandardCharsets.UTF_8), NOW);
    archive.add(page, new PageArchive.Origin("source", Optional.of(id), Optional.empty(), false));
  }
}

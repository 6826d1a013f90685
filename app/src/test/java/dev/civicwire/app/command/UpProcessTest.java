package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.CliProcess;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.app.sample.SampleSite;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `civicwire up` on sources of one's own, as a process.
@Timeout(180)
@ExtendWith(SharedEngines.class)
class UpProcessTest {
  private static final int ARTICLES = 47;
  private static final String PAGE = "Search page: ";
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void endsAtSigtermWithItsWorkCommitted(Installation installation)
      throws IOException, InterruptedException {
    try (SampleSite site = SampleSite.start(0)) {
      Path sources =
          Files.writeString(folder.resolve("sources.yaml"), site.sources() + broken(site));
      Installation own =
          installation
              .with("web.port", "0")
              .with("crawl.allow-loopback", "true")
              .with("crawl.delay", "5ms");
      try (CliProcess up = CliProcess.start(folder, List.of(), words(own, sources))) {
        String page = up.awaitLine(text -> text.startsWith(PAGE)).substring(PAGE.length());
        awaitArticles(own);
        assertThat(read(URI.create(page).resolve("/metrics")))
            .containsPattern("civicwire_stage_records_total\\{stage=\"enrich\"} [1-9]")
            .containsPattern("civicwire_stage_records_total\\{stage=\"index\"} [1-9]");
        assertThat(up.terminate(STOP)).isLessThan(STOP);
        assertThat(up.errText()).doesNotContain("\tat ").doesNotContain("unexpected failure");
      }
      int requests = site.requests();

      Cli.Result again = own.run("ingest", "run", "--sources", sources.toString());

      assertThat(own.run("status").out())
          .containsPattern("broken +20\\S+Z +20\\S+Z +0 +\\S.*404")
          .containsPattern("\\S+ +20\\S+Z +20\\S+Z +[1-9]\\d* +-");
      assertThat(again.err()).doesNotContain("article: ");
      assertThat(site.requests() - requests).as("only what is due again").isLessThan(5);
    }
  }

  private static String read(URI address) throws IOException {
    try (InputStream in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String broken(SampleSite site) {
    return "\n  - {name: broken, kind: feed, url: '" + site.base() + "/no-such-feed.xml'}\n";
  }

  private static String[] words(Installation own, Path sources) {
    List<String> words = new ArrayList<>(List.of("up", "--sources", sources.toString()));
    own.pairs().forEach(pair -> words.addAll(List.of("--set", pair)));
    return words.toArray(String[]::new);
  }

  private static void awaitArticles(Installation own) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (indexed(own) < ARTICLES) {
      assertThat(System.nanoTime()).as("time to index all").isLessThan(end);
      Thread.sleep(Duration.ofMillis(300));
    }
  }

  private static int indexed(Installation own) {
    Cli.Result status = own.run("status", "--json");
    assertThat(status.code()).as(status.err()).isZero();
    return Json.mapper().readTree(status.outLines().getLast()).path("indexed").intValue();
  }
}

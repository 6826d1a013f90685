package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.civicwire.app.fixture.CliProcess;
import dev.civicwire.app.fixture.MachineLoad;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filters as a shell has them: started for each use, fed through a pipe.
@Timeout(300)
class FilterProcessTest {
  /// The start script loads classes from a cache that one run after the build has made.
  private static final double WITHOUT_CLASS_CACHE = 1.5;

  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PAGE =
      "<html><head><title>Council seeks digital lead</title></head><body><article><h1>Council seeks"
          + " digital lead</h1><p>Example Borough Council is looking for somebody to lead its"
          + " digital services, and will pay up to £72,000 a year for the right person to do"
          + " so.</p><p>The post reports to the director of resources and is based in the town"
          + " hall, with two days a week at home.</p></article></body></html>";
  private static final String LINE =
      "{\"id\":\"1\",\"title\":\"t\",\"text\":\"Leeds City Council seeks a chief digital officer at"
          + " £95,000.\"}\n";

  @TempDir Path folder;

  /// The best of a few tries: another process may be in the way of one, hardly of all.
  @ParameterizedTest
  @CsvSource({"extract,2", "tag,5"})
  void startsSoon(String filter, int seconds) throws IOException, InterruptedException {
    String input = filter.equals("extract") ? PAGE : LINE;
    double allowed = 1000 * seconds * WITHOUT_CLASS_CACHE * MachineLoad.factor();
    Duration best = PATIENCE;
    for (int i = 0; i < TRIES && best.toMillis() > allowed; i++) {
      Duration took = once(filter, input);
      best = took.compareTo(best) < 0 ? took : best;
    }
    System.out.printf("civicwire %s: first line after %d ms%n", filter, best.toMillis());
    assertThat((double) best.toMillis()).isLessThan(allowed);
  }

  private Duration once(String filter, String input) throws IOException, InterruptedException {
    Instant start = Instant.now();
    try (CliProcess process = CliProcess.start(folder, List.of(), filter)) {
      process.in().write(input.getBytes(StandardCharsets.UTF_8));
      process.in().close();
      assertThat(process.awaitLine(line -> line.startsWith("{"))).contains("£");
      Duration took = Duration.between(start, Instant.now());
      assertThat(process.await(PATIENCE)).as(process.errText()).isZero();
      assertThat(process.errText()).isEmpty();
      return took;
    }
  }

  @Test
  void answersBeforeItsInputEnds() throws IOException, InterruptedException {
    try (CliProcess process = CliProcess.start(folder, List.of(), "tag")) {
      process.in().write(LINE.getBytes(StandardCharsets.UTF_8));
      process.in().flush();
      assertThat(process.awaitLine(line -> true)).contains("95000");
      process.in().write("no json\n".getBytes(StandardCharsets.UTF_8));
      process.in().write(LINE.getBytes(StandardCharsets.UTF_8));
      process.in().flush();
      assertThat(process.awaitLine(line -> true)).contains("95000");
      process.in().close();
      assertThat(process.await(PATIENCE)).isEqualTo(1);
      assertThat(process.errText()).startsWith("civicwire tag: line 2: no JSON");
    }
  }

  @ParameterizedTest
  @CsvSource({"extract", "tag"})
  void saysThatItsOutputCannotBeWritten(String filter) throws IOException, InterruptedException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no /dev/full here");
    try (CliProcess process = CliProcess.start(folder, List.of(), full, filter)) {
      process.in().write((filter.equals("tag") ? LINE : PAGE).getBytes(StandardCharsets.UTF_8));
      process.in().close();
      assertThat(process.await(PATIENCE)).isEqualTo(1);
      assertThat(process.errText()).contains("the output cannot be written").hasLineCount(1);
    }
  }

  /// 20,000 lines of 16 KB are more than the heap could hold.
  @Test
  void needsNoMoreMemoryForManyLines() throws IOException, InterruptedException {
    stream(20_000, "x".repeat(16 << 10));
  }

  @Test
  @Tag("soak")
  @Timeout(3600)
  void needsNoMoreMemoryForAMillionLines() throws IOException, InterruptedException {
    stream(1_000_000, "x".repeat(512));
  }

  private void stream(int lines, String padding) throws IOException, InterruptedException {
    try (CliProcess process = CliProcess.start(folder, List.of("-Xmx256m"), "tag")) {
      CompletableFuture<Void> feeding =
          CompletableFuture.runAsync(() -> feed(process, lines, padding));
      for (int n = 0; n < lines; n++) {
        String line = process.out().readLine();
        if (line == null || !line.contains("\"id\":\"" + n + "\"")) {
          throw new AssertionError("line " + n + " is " + line + "; " + process.errText());
        }
      }
      feeding.join();
      assertThat(process.await(PATIENCE)).as(process.errText()).isZero();
    }
  }

  private static void feed(CliProcess process, int lines, String padding) {
    try (BufferedWriter in =
        new BufferedWriter(new OutputStreamWriter(process.in(), StandardCharsets.UTF_8))) {
      for (int n = 0; n < lines; n++) {
        in.write("{\"id\":\"" + n + "\",\"text\":\"Short.\",\"more\":\"" + padding + "\"}\n");
      }
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}

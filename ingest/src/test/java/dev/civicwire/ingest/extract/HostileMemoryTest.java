package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hostile pages in a JVM whose heap is no larger than is allowed for the smallest of them.
class HostileMemoryTest {
  /// Heap of the extractor itself, its models and the JVM, in MB.
  private static final int BASE = 64;

  /// Heap for each byte of the page.
  private static final int FACTOR = 30;

  @ParameterizedTest
  @CsvSource("1_000_000, 2_500_000")
  void keepsWithinThirtyTimesThePage(String least, String most, @TempDir Path folder)
      throws IOException, InterruptedException {
    extract(least, most, folder);
  }

  @Tag("soak")
  @ParameterizedTest
  @CsvSource({
    "200_000, 1_000_000",
    "2_500_000, 6_000_000",
    "6_000_000, 15_000_000",
    "15_000_000, 30_000_000"
  })
  void keepsWithinThirtyTimesPagesOfOtherSizes(String least, String most, @TempDir Path folder)
      throws IOException, InterruptedException {
    extract(least, most, folder);
  }

  private static void extract(String least, String most, Path folder)
      throws IOException, InterruptedException {
    List<String> files = write(folder, number(least), number(most));
    long smallest = Long.MAX_VALUE;
    for (String file : files) {
      smallest = Math.min(smallest, Files.size(Path.of(file)));
    }
    Process child = start(files, BASE + FACTOR * smallest / 1_000_000);
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output.lines()).hasSameSizeAs(files).allMatch(line -> line.contains(" "));
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace("_", ""));
  }

  private static List<String> write(Path folder, long least, long most) throws IOException {
    List<String> files = new ArrayList<>();
    for (Attack attack : Attack.values()) {
      byte[] bytes = attack.bytes();
      if (bytes.length >= least && bytes.length < most) {
        files.add(Files.write(folder.resolve(attack.name()), bytes).toString());
      }
    }
    return files;
  }

  private static Process start(List<String> files, long megabytes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Xmx" + megabytes + "m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HostileChild.class.getName());
    command.addAll(files);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}

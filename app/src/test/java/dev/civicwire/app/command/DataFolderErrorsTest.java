package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.SharedEngines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a machine may refuse: folders, space, ports.
@Timeout(120)
@ExtendWith(SharedEngines.class)
class DataFolderErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"demo --once", "enrich", "topics create", "search x", "engines"})
  void namesADataFolderThatIsAFile(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "not a folder");
    assertRefused(run(command, file), file);
  }

  /// Not even root writes below /proc.
  @ParameterizedTest
  @ValueSource(strings = {"demo --once", "enrich", "topics create", "engines"})
  void namesADataFolderThatCannotBeWritten(String command) {
    Path proc = Path.of("/proc/civicwire");
    assumeThat(Files.isDirectory(Path.of("/proc/self"))).isTrue();
    assertRefused(run(command, proc), proc);
  }

  @Test
  void namesAReadOnlyAndAFullDataFolder() throws IOException, InterruptedException {
    assumeThat(mount("size=1m", folder)).as("root may mount here").isTrue();
    try {
      Cli.Result full = run("topics create", folder.resolve("data"));
      assertRefused(full, folder);
      assertThat(full.reason()).contains("full").contains("MB needed");
      assertThat(mount("remount,ro", folder)).isTrue();
      assertRefused(run("topics create", folder.resolve("other")), folder);
      assertRefused(run("enrich", folder.resolve("other")), folder);
    } finally {
      exec("umount", folder.toString());
    }
  }

  @Test
  void refusesAFolderWhoseEnginesAnotherProcessRuns(Installation installation) throws IOException {
    Path notice = installation.data().resolve("broker.json");
    Path aside = folder.resolve("broker.json");
    Files.move(notice, aside);
    try {
      Cli.Result result = run("topics create", installation.data());
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.reason()).contains("in use by process").contains("choose another folder");
    } finally {
      Files.move(aside, notice);
    }
  }

  @Test
  void usesTheEnginesThatAnotherProcessRunsOnTheFolder(Installation installation) {
    Cli.Result result =
        Cli.run(
            "topics",
            "create",
            "--data",
            installation.data().toString(),
            "--set",
            "kafka.topic-prefix=" + installation.name() + ".",
            "--set",
            "kafka.partitions=1");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(4);
    assertThat(Files.exists(installation.data().resolve("broker.json"))).isTrue();
  }

  @Test
  void namesAPortThatIsTaken(Installation installation) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Cli.Result result = installation.with("web.port", port).run("web");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.reason())
          .startsWith("civicwire web: ")
          .contains("cannot listen on 127.0.0.1 port " + port)
          .contains("Choose another port");
    }
  }

  @Test
  void namesTheSampleSitesPortThatIsTaken(Installation installation) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    try (ServerSocket taken = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
      Files.writeString(own.resolve("sample-site.port"), taken.getLocalPort() + "\n");
      Cli.Result result = installation.with("data", own.toString()).run("demo", "--once");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.reason()).contains("of the sample site is taken");
    }
  }

  private static void assertRefused(Cli.Result result, Path folder) {
    assertThat(result.code()).as(result.err()).isEqualTo(1);
    assertThat(result.reason())
        .as(result.err())
        .startsWith("civicwire ")
        .contains(folder.toString())
        .doesNotContain("unexpected failure");
    assertThat(result.err()).doesNotContain("\tat ");
  }

  private static Cli.Result run(String command, Path data) {
    List<String> words = new java.util.ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--data", data.toString()));
    return Cli.run(words);
  }

  private static boolean mount(String options, Path folder)
      throws IOException, InterruptedException {
    return System.getProperty("user.name").equals("root")
        && exec("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
  }

  private static boolean exec(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}

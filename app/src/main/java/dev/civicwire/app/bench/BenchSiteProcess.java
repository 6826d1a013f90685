package dev.civicwire.app.bench;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The [BenchSite] in a process of its own, which ends with [#close] or with this process.
final class BenchSiteProcess implements AutoCloseable {
  private static final int FIRST_HOST = 2;
  private static final int HOSTS_A_NET = 250;

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final int port;

  private BenchSiteProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader();
    this.in = process.outputWriter();
    this.port = Integer.parseInt(line());
  }

  /// Starts it with `pages` pages of each host.
  static BenchSiteProcess start(int pages) throws IOException {
    return new BenchSiteProcess(
        ChildJava.of(System.getProperty("java.class.path"), BenchSite.class.getName(), "" + pages)
            .start());
  }

  private String line() throws IOException {
    return Optional.ofNullable(out.readLine())
        .orElseThrow(() -> new StageException("the measuring site ended early"));
  }

  /// What was asked since the last call; what comes next has that pause between two requests.
  BenchSite.Seen seen(Duration next) throws IOException {
    in.write(next.toMillis() + "\n");
    in.flush();
    return Json.mapper().readValue(line(), BenchSite.Seen.class);
  }

  /// Address of the n-th host, without a slash at its end.
  String base(int host) {
    return "http://127.0.%d.%d:%d"
        .formatted(host / HOSTS_A_NET, FIRST_HOST + host % HOSTS_A_NET, port);
  }

  @Override
  public void close() {
    process.destroy();
  }
}

package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StopSignal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire engines`: the two embedded engines in the foreground.
@Command(
    name = "engines",
    mixinStandardHelpOptions = true,
    description = {
      "Run the embedded broker and node in the foreground; prints their addresses as",
      "environment variables. Other commands on the same --data folder find them by themselves."
    })
public final class EnginesCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BOTH, EngineSet.Stay.LONG, progress);
    try (StopSignal signal = StopSignal.calling(() -> {});
        engines) {
      if (engines.pids().isEmpty()) {
        progress.line("nothing to run: both engines are given or run already on this folder");
        return 0;
      }
      Connections.readyKafka(settings, engines, progress);
      out.println("KAFKA_BOOTSTRAP_SERVERS=" + engines.bootstrapServers());
      out.println("ELASTICSEARCH_URL=" + engines.elasticsearchUrl());
      engines.pids().forEach((name, pid) -> out.println("# " + name + " pid " + pid));
      out.flush();
      engines.whenOneIsGivenUp(signal::release);
      signal.await();
      engines.check();
    }
    return 0;
  }
}

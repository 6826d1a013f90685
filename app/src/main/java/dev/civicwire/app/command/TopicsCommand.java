package dev.civicwire.app.command;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.topic.Topics;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire topics create`.
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The Kafka topics.")
public final class TopicsCommand {
  @Spec CommandSpec spec;

  /// Makes the topics that are missing.
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Create the topics that are missing and probe every partition.")
  int create(@Mixin CommonOptions common) {
    Settings settings = common.settings();
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.SHORT, progress)) {
      Topics topics = new Topics(Connections.kafka(settings, engines));
      topics.waitUntilReady(settings.duration(Setting.ENGINE_WAIT), progress::line);
      List<String> lines = topics.create();
      lines.forEach(out::println);
      if (lines.isEmpty()) {
        out.println("all topics are there");
      }
      return 0;
    }
  }
}

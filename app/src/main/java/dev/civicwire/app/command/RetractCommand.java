package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.Retraction;
import dev.civicwire.ingest.archive.ArchivePurge;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire retract`: takes an article back, everywhere.
@Command(
    name = "retract",
    mixinStandardHelpOptions = true,
    description = {
      "Take an article back: a tombstone in both topics, an audit entry in the rejected topic, and"
          + " out",
      "of the index as soon as an index process runs."
    })
public final class RetractCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Parameters(paramLabel = "URL", description = "address or id of the article")
  String url = "";

  @Option(names = "--reason", required = true, description = "why, for the audit")
  String reason = "";

  @Option(names = "--who", description = "who asked, for the audit (default: the system's user)")
  String who = System.getProperty("user.name", "unknown");

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.SHORT, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      Retraction.Retracted retracted =
          new Retraction(kafka).retract(url, reason, who, Instant.now());
      ArchivePurge.Purged purged =
          new ArchivePurge(Connections.archiveFolder(settings)).remove(Set.copyOf(retracted.ids()));
      spec.commandLine()
          .getOut()
          .printf(
              "retracted %s (%s), %d tombstones written, %d records taken out of the archive%s%n",
              url,
              String.join(", ", retracted.ids()),
              retracted.tombstones(),
              purged.records(),
              purged.pending() == 0 ? "" : "; the file being written follows when it is closed");
      return 0;
    }
  }
}

package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.ingest.archive.Replay;
import dev.civicwire.ingest.archive.ReplayReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire replay`: everything from saved responses instead of the network.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Run saved responses (WARC) through the whole way instead of the network: extract, tag,"
          + " index.",
      "Last line = JSON summary."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofHours(12);

  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Parameters(paramLabel = "FILE", description = "WARC file, .gz too, or a folder of them")
  Path file = Path.of("");

  @Option(
      names = "--source",
      description = "name of the source (default: the one the archive names, or replay)")
  Optional<String> source = Optional.empty();

  /// What was done.
  record Summary(
      int pages,
      int articles,
      int refused,
      int broken,
      long tagged,
      long indexed,
      double seconds) {}

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isReadable(file)) {
      throw new StageException("no readable file " + file + ": give a .warc or .warc.gz");
    }
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    // Outermost, so that it is released when all the rest has ended.
    try (StopSignal signal = StopSignal.calling(() -> {});
        Pipeline pipeline = Pipeline.start(settings, EngineSet.Stay.LONG, progress);
        KafkaCrawlLog log = new KafkaCrawlLog(pipeline.kafka(), KafkaCrawlLog.ALONE)) {
      signal.also(pipeline::stop);
      ReplayReport report =
          new Replay(Connections.extractor(settings), log, source, progress::line).replay(file);
      progress.line("%d pages, %d articles".formatted(report.pages(), report.articles()));
      if (!pipeline.awaitIndexed(PATIENCE)) {
        throw new StageException("not everything was indexed within " + PATIENCE.toHours() + " h");
      }
      Summary summary =
          new Summary(
              report.pages(),
              report.articles(),
              report.rejected(),
              report.broken(),
              pipeline.tagged(),
              pipeline.search().count(),
              progress.seconds());
      spec.commandLine().getOut().println(Json.mapper().writeValueAsString(summary));
      return report.broken() == 0 ? 0 : 1;
    }
  }
}

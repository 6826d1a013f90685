package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.RejectedEntry;
import dev.civicwire.contract.topic.RejectedLog;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire rejected list|show|replay`: what a stage could not handle.
@Command(
    name = "rejected",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "What a stage could not handle: its reason, its bytes, a second try.")
public final class RejectedCommand {
  private static final String ALL = "all";

  @Spec CommandSpec spec;

  /// Lists the newest.
  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the newest.")
  int list(
      @Mixin CommonOptions common,
      @Option(names = "--limit", description = "most entries", defaultValue = "50") int limit,
      @Option(names = "--all", description = "replayed ones too") boolean all,
      @Option(names = "--retractions", description = "the audit of retractions instead")
          boolean retractions) {
    return with(
        common,
        log -> {
          List<RejectedEntry> entries =
              retractions ? log.retractions(limit) : all ? log.listAll(limit) : log.list(limit);
          PrintWriter out = spec.commandLine().getOut();
          out.printf("%-10s %-20s %-8s %-16s %s%n", "ID", "AT", "STAGE", "REASON", "MESSAGE");
          entries.forEach(entry -> line(entry, out));
          return 0;
        });
  }

  /// Shows one, whole.
  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one, whole.")
  int show(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "ID", description = "as 'rejected list' prints it") String id) {
    return with(
        common,
        log -> {
          RejectedEntry entry =
              log.show(id)
                  .orElseThrow(
                      () ->
                          new StageException("no rejection " + id + ": see 'rejected list --all'"));
          PrintWriter out = spec.commandLine().getOut();
          Rejection rejection = entry.rejection();
          out.println("stage    " + rejection.stage());
          out.println("reason   " + rejection.reason());
          out.println("message  " + rejection.message());
          out.println("key      " + rejection.key());
          out.println("url      " + rejection.url().orElse("-"));
          out.println("at       " + rejection.at());
          out.printf(
              "from     %s %d:%d%n",
              rejection.topic().orElse("-"), rejection.partition(), rejection.offset());
          out.println("bytes    " + entry.payloadBytes());
          out.println();
          out.println(rejection.payload().utf8());
          return 0;
        });
  }

  /// Sends some back to where they came from.
  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Send one, or all, back to the topic it came from.")
  int replay(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "ID|all", description = "as 'rejected list' prints it, or all")
          String id) {
    return with(
        common,
        log -> {
          RejectedLog.Replay replay =
              log.replay(entry -> id.equals(ALL) || entry.place().equals(id));
          PrintWriter out = spec.commandLine().getOut();
          replay.passedOver().forEach(line -> out.println("passed over: " + line));
          out.println("replayed " + replay.replayed());
          return replay.replayed() > 0 || id.equals(ALL) ? 0 : 1;
        });
  }

  private int with(CommonOptions common, Function<RejectedLog, Integer> work) {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.SHORT, progress)) {
      return work.apply(new RejectedLog(Connections.readyKafka(settings, engines, progress)));
    }
  }

  private static void line(RejectedEntry entry, PrintWriter out) {
    Rejection rejection = entry.rejection();
    out.printf(
        "%-10s %-20s %-8s %-16s %s%s%n",
        entry.place(),
        rejection.at().truncatedTo(ChronoUnit.SECONDS),
        rejection.stage(),
        rejection.reason(),
        rejection.message(),
        rejection.url().map(url -> " <" + url + ">").orElse(""));
  }
}

package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.Slot;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.ConsumerGroups;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.StageGroup;
import dev.civicwire.contract.topic.StageMetrics;
import dev.civicwire.contract.topic.TransformStage;
import dev.civicwire.enrich.Tagger;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `civicwire retag`: tags everything again with the present tagger.
@Command(
    name = "retag",
    mixinStandardHelpOptions = true,
    description = {
      "Tag all articles again with the present tagger: the enrich stage is set back to the start of",
      "the topic articles. Stop running enrich processes first; an interrupted run goes on with the",
      "next enrich process. With --diff nothing is written: it shows what would change."
    })
public final class RetagCommand implements Callable<Integer> {
  /// A tagger that has not caught up by then is not going to; the stage goes on at its next start.
  private static final Duration PATIENCE = Duration.ofDays(1);

  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Option(
      names = "--diff",
      paramLabel = "N",
      description = "only show what would change on the N newest tagged articles")
  @Nullable Integer diff;

  @Override
  public Integer call() {
    Integer most = diff;
    return most == null ? retag() : RetagDiff.run(most, common.settings(), spec);
  }

  private int retag() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Slot slot = Slot.take(settings.dataFolder(), "enrich");
        EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.SHORT, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      ConsumerGroups groups = new ConsumerGroups(kafka);
      long records = groups.resetToStart(StageGroup.ENRICH);
      progress.line("about %d records to tag with %s".formatted(records, Tagger.version()));
      TransformStage stage = Pipeline.enrichStage(settings, kafka, slot.name(), Tagger.load());
      try (StopSignal _ = StopSignal.calling(stage::stop)) {
        CompletableFuture<Boolean> caughtUp =
            CompletableFuture.supplyAsync(
                () -> groups.awaitCaughtUp(StageGroup.ENRICH, PATIENCE),
                task -> Thread.ofVirtual().start(task));
        var _ = caughtUp.whenComplete((_, _) -> stage.stop());
        stage.run();
        return report(stage.metrics(), isTrue(caughtUp));
      }
    }
  }

  /// False where the stage was stopped before, or the patience ended.
  private static boolean isTrue(CompletableFuture<Boolean> caughtUp) {
    return switch (caughtUp.state()) {
      case SUCCESS -> caughtUp.resultNow();
      case RUNNING, CANCELLED -> false;
      case FAILED ->
          throw caughtUp.exceptionNow() instanceof StageException e
              ? e
              : new StageException("the tagger cannot be watched", caughtUp.exceptionNow());
    };
  }

  private int report(StageMetrics metrics, boolean all) {
    spec.commandLine()
        .getOut()
        .printf("retagged %d records, %d rejected%n", metrics.records(), metrics.rejected());
    if (!all) {
      spec.commandLine()
          .getErr()
          .println("retag: not all is tagged yet; start the enrich stage, which goes on from here");
    }
    return all && metrics.rejected() == 0 ? 0 : 1;
  }
}

package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.Slot;
import dev.civicwire.app.pipeline.StageEndpoint;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TransformStage;
import dev.civicwire.enrich.Tagger;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire enrich`: tags articles for as long as it runs; any number of processes share the
/// work.
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    description = "Tag articles: topic articles to topic tagged-articles, until stopped.")
public final class EnrichCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Slot slot = Slot.take(settings.dataFolder(), "enrich");
        EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.LONG, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      TransformStage stage = Pipeline.enrichStage(settings, kafka, slot.name(), Tagger.load());
      try (StageEndpoint _ =
              StageEndpoint.start(
                  settings,
                  stage.metrics()::lastTurn,
                  StageEndpoint.metersOf("enrich", stage.metrics()));
          StopSignal _ = StopSignal.calling(stage::stop)) {
        progress.line("enrich runs as " + slot.name());
        stage.run();
      }
      progress.line("enrich ended: %d tagged".formatted(stage.metrics().records()));
      return 0;
    }
  }
}

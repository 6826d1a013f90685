package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StageEndpoint;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.contract.topic.ConsumeStage;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire index`: indexes tagged articles for as long as it runs; any number of processes share
/// the work.
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Index articles: topic tagged-articles to Elasticsearch, until stopped.")
public final class IndexCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.BOTH, EngineSet.Stay.LONG, progress);
        ElasticConnection elastic = Connections.readyElastic(settings, engines, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      IndexCatalog catalog = Connections.catalog(settings, elastic);
      catalog.ensure();
      AtomicBoolean stopped = new AtomicBoolean();
      ConsumeStage stage = Pipeline.indexStage(kafka, catalog, stopped, progress);
      try (StageEndpoint _ =
              StageEndpoint.start(
                  settings,
                  stage.metrics()::lastTurn,
                  StageEndpoint.metersOf("index", stage.metrics()));
          StopSignal _ =
              StopSignal.calling(
                  () -> {
                    stopped.set(true);
                    stage.stop();
                  })) {
        progress.line("index runs, writing to " + catalog.alias());
        stage.run();
      }
      progress.line("index ended: %d records".formatted(stage.metrics().records()));
      return 0;
    }
  }
}

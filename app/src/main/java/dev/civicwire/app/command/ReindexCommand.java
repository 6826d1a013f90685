package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.IndexHandler;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TopicReader;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire reindex`: a new index from `tagged-articles`; searches go on meanwhile.
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Build a new index from the topic tagged-articles and swap the alias when it is complete;",
      "searches go on with the old one meanwhile."
    })
public final class ReindexCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.BOTH, EngineSet.Stay.SHORT, progress);
        ElasticConnection elastic = Connections.readyElastic(settings, engines, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      IndexCatalog catalog = Connections.catalog(settings, elastic);
      catalog.ensure();
      String index = catalog.newIndex();
      progress.line("filling " + index);
      TopicReader reader = new TopicReader(kafka);
      TopicReader.Summary filled = fill(reader, catalog, index, progress);
      catalog.swapAlias(index);
      // What was written to the old index between the end of the reading and the swap comes here;
      // versions make the second writing of the rest harmless.
      TopicReader.Summary caughtUp = fill(reader, catalog, index, progress);
      catalog.dropOld().forEach(old -> progress.line("dropped " + old));
      spec.commandLine()
          .getOut()
          .printf(
              "reindexed %d records into %s, %d rejected%n",
              caughtUp.records(), index, rejected(filled, caughtUp));
      return rejected(filled, caughtUp) == 0 ? 0 : 1;
    }
  }

  /// The second filling meets what the first refused once more, and what came meanwhile.
  private static long rejected(TopicReader.Summary filled, TopicReader.Summary caughtUp) {
    return Math.max(filled.rejected(), caughtUp.rejected());
  }

  private static TopicReader.Summary fill(
      TopicReader reader, IndexCatalog catalog, String index, Progress progress) {
    var writer = catalog.writer(index, () -> false, progress::line);
    TopicReader.Summary summary = reader.readTaggedArticles(new IndexHandler(writer));
    writer.refresh();
    return summary;
  }
}

package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.index.elastic.ElasticArticleSearch;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire web`: the search page and API.
@Command(
    name = "web",
    mixinStandardHelpOptions = true,
    description = "Serve the search page and API, until stopped.")
public final class WebCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.NODE, EngineSet.Stay.LONG, progress);
        ElasticConnection elastic = Connections.readyElastic(settings, engines, progress)) {
      IndexCatalog catalog = Connections.catalog(settings, elastic);
      catalog.ensure();
      try (SearchPages pages =
              SearchPages.serve(
                  settings, new ElasticArticleSearch(elastic, catalog, Clock.systemUTC()), false);
          StopSignal signal = StopSignal.calling(() -> {})) {
        spec.commandLine().getOut().println("Search page: " + pages.url());
        spec.commandLine().getOut().flush();
        signal.await();
      }
      return 0;
    }
  }
}

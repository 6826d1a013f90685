package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.Json;
import dev.civicwire.index.elastic.ElasticArticleSearch;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import dev.civicwire.index.search.Hit;
import dev.civicwire.index.search.SearchPage;
import dev.civicwire.index.search.SearchQuery;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire search`: hits on the terminal.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Search the index from the terminal.")
public final class SearchCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "words, \"phrases\", field:value")
  List<String> words = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object, for machines")
  boolean json;

  @Option(names = "--page", description = "page of hits, from 1", defaultValue = "1")
  int page;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.NODE, EngineSet.Stay.SHORT, progress);
        ElasticConnection elastic = Connections.readyElastic(settings, engines, progress)) {
      IndexCatalog catalog = Connections.catalog(settings, elastic);
      catalog.ensure();
      SearchPage found =
          new ElasticArticleSearch(elastic, catalog, Clock.systemUTC())
              .search(SearchQuery.of(String.join(" ", words)).withPage(page));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.mapper().writeValueAsString(found));
      } else {
        print(found, out);
      }
      return 0;
    }
  }

  private static void print(SearchPage found, PrintWriter out) {
    found.notes().forEach(note -> out.println("note: " + note));
    out.printf("%d found, page %d of %d%n", found.total(), found.page(), found.pages());
    for (Hit hit : found.hits()) {
      out.println();
      out.println(hit.title());
      out.println("  " + Columns.summary(hit));
      out.println("  " + hit.url());
    }
  }
}

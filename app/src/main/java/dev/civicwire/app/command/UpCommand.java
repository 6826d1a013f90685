package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.HeldSources;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.contract.topic.KafkaCrawlShares;
import dev.civicwire.ingest.crawl.Crawler;
import dev.civicwire.ingest.crawl.PageArchive;
import dev.civicwire.ingest.source.Source;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire up`: everything in one process, on the user's own sources.
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Run everything on your own sources: engines (unless given), crawl by schedule, tag, index,",
      "search page; until stopped."
    })
public final class UpCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;
  @Mixin IngestCommand.SourcesOption sources;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    List<Source> read = sources.read(settings);
    Progress progress = new Progress(spec.commandLine().getErr());
    if (Files.exists(settings.dataFolder().resolve(DemoCommand.SITE_PORT))) {
      progress.line(
          settings.dataFolder()
              + " holds the demo's invented articles too: use another --data to keep yours apart");
    }
    // Outermost, so that it is released when all the rest has ended.
    try (StopSignal signal = StopSignal.calling(() -> {});
        Pipeline pipeline = Pipeline.start(settings, EngineSet.Stay.LONG, progress);
        CoverageWatch watch = CoverageWatch.of(pipeline.kafka(), progress).hourly();
        SearchPages pages = SearchPages.serve(settings, pipeline, false, watch::register);
        KafkaCrawlShares shares = new KafkaCrawlShares(pipeline.kafka(), new ShareLines(progress));
        PageArchive archive = Connections.archive(settings);
        Crawler crawler =
            new Crawler(
                Connections.crawl(settings),
                read,
                Connections.extractor(settings),
                shares,
                Clock.systemUTC(),
                new CrawlLines(progress),
                archive)) {
      signal.also(pipeline::stop);
      signal.also(crawler::close);
      pipeline.whenStageFails(crawler::close);
      spec.commandLine().getOut().println("Search page: " + pages.url());
      spec.commandLine().getOut().flush();
      crawler.holdWhile(new HeldSources(settings.dataFolder()));
      crawler.serve();
      pipeline.check();
      return 0;
    }
  }
}

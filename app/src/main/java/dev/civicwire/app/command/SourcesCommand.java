package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.HeldSources;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.crawl.CrawlSettings;
import dev.civicwire.ingest.crawl.SiteProbe;
import dev.civicwire.ingest.crawl.SourceCheck;
import dev.civicwire.ingest.source.Opml;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceFile;
import dev.civicwire.ingest.source.SourceSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire sources …`: the file of sources, before it is crawled.
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Check, find and convert the sources to crawl.")
public final class SourcesCommand {
  @Spec CommandSpec spec;

  /// Lints a file and tries its sources.
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Lint a source file, then read each source once, as a crawl would, and tell what would be",
        "fetched and why the rest would not. Nothing is kept and no article is fetched.",
        "Exit code 0: all well; 1: the file is wrong, or a source cannot be read (FAIL) or was",
        "read but gives nothing to fetch (WARN)."
      })
  int check(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "FILE", description = "YAML file of the sources") Path file,
      @Option(names = "--lint", description = "only the file, without the network") boolean lint,
      @Option(
              names = "--show",
              paramLabel = "N",
              defaultValue = "3",
              description = "addresses to show of each source (default: 3)")
          int show)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Source> sources = CheckedSources.linted(file, out);
    if (lint) {
      return 0;
    }
    List<Source> checkable = sources.stream().filter(source -> !source.paused()).toList();
    CheckedSources checked = new CheckedSources(out, show);
    new SourceCheck(crawl(common), Clock.systemUTC()).run(checkable, checked);
    checked.printSummary(sources.size() - checkable.size());
    return checked.areAllUseful() ? 0 : 1;
  }

  /// Finds what a site offers.
  @Command(
      name = "discover",
      mixinStandardHelpOptions = true,
      description = "Find the feeds, sitemaps and likely lists of a site, as YAML to paste.")
  int discover(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "URL", description = "page of the site") String url)
      throws InterruptedException {
    try (SiteProbe probe = new SiteProbe(crawl(common), url, Clock.systemUTC())) {
      SiteProbe.Found found = probe.discover(url);
      if (found.candidates().isEmpty()) {
        throw new StageException(
            found.page() + " offers no feed, sitemap or list; try the page that lists the news");
      }
      PrintWriter out = spec.commandLine().getOut();
      out.print(SourceLines.of(url, found));
      out.flush();
      return 0;
    }
  }

  /// Takes over a list of feeds.
  @Command(
      name = "import-opml",
      mixinStandardHelpOptions = true,
      description = "Print the feeds of an OPML file as a source file.")
  int importOpml(@Parameters(paramLabel = "FILE", description = "OPML file") Path file) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(SourceLines.ofFeeds(Opml.read(text(file), file.toString())));
    out.flush();
    return 0;
  }

  /// Hands a list of feeds on.
  @Command(
      name = "export-opml",
      mixinStandardHelpOptions = true,
      description = "Print the feeds of a source file as OPML, for other readers.")
  int exportOpml(@Parameters(paramLabel = "FILE", description = "YAML file") Path file) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Opml.write(SourceFile.read(file)));
    out.flush();
    return 0;
  }

  /// Prints the schema.
  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Print the JSON Schema of source files, for editors.")
  int schema() {
    spec.commandLine().getOut().print(SourceSchema.text());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /// Holds a source.
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Hold a source: a crawl on this data folder leaves it alone within a second.")
  int pause(
      @Mixin CommonOptions common,
      @Mixin IngestCommand.SourcesOption sources,
      @Parameters(paramLabel = "NAME", description = "name of the source") String name) {
    known(common, sources, name);
    return hold(common, name, true);
  }

  /// Releases a source.
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Release a source that was paused; what is overdue is caught up once.")
  int resume(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "NAME", description = "name of the source") String name) {
    return hold(common, name, false);
  }

  /// Refuses a name that is in no file of sources; where no file is known, says that it was not
  /// looked up.
  private void known(CommonOptions common, IngestCommand.SourcesOption option, String name) {
    Optional<List<Source>> sources = option.given(common.settings());
    if (sources.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("no sources file is given or set: whether there is such a source is not known");
    } else if (sources.get().stream().noneMatch(source -> source.name().equals(name))) {
      throw new StageException(
          "there is no source '%s' in the sources file; its names are those after 'name:'"
              .formatted(name));
    }
  }

  private int hold(CommonOptions common, String name, boolean held) {
    boolean done = new HeldSources(common.settings().dataFolder()).set(name, held);
    spec.commandLine()
        .getOut()
        .printf("%s %s%n", name, (done ? "is " : "was ") + (held ? "paused" : "released"));
    return 0;
  }

  private static CrawlSettings crawl(CommonOptions common) {
    Settings settings = common.settings();
    return Connections.crawl(settings);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StageException("%s cannot be read as UTF-8 text: %s".formatted(file, e), e);
    }
  }
}

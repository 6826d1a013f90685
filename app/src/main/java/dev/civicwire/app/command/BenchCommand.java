package dev.civicwire.app.command;

import dev.civicwire.app.bench.ArticleGenerator;
import dev.civicwire.app.bench.BenchLog;
import dev.civicwire.app.bench.CrawlBench;
import dev.civicwire.app.bench.CrawlFigures;
import dev.civicwire.app.bench.ExtractBench;
import dev.civicwire.app.bench.ExtractFigures;
import dev.civicwire.app.bench.KnownBench;
import dev.civicwire.app.bench.PipelineBench;
import dev.civicwire.app.bench.PipelineFigures;
import dev.civicwire.app.bench.TagBench;
import dev.civicwire.app.bench.UnitFigures;
import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.KafkaConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire bench pipeline|tag|extract|crawl|known`: figures, measured here and now.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measure speed and memory on this machine; the last line is JSON.")
public final class BenchCommand {
  @Spec CommandSpec spec;

  /// All stages on real engines.
  @Command(
      name = "pipeline",
      mixinStandardHelpOptions = true,
      description = {
        "Send generated articles through topics, tagger and index until all can be found; in a",
        "fresh temporary folder unless --data names an empty one."
      })
  int pipeline(
      @Mixin CommonOptions common,
      @Option(names = "--articles", defaultValue = "10000", description = "how many") int articles,
      @Option(names = "--seed", defaultValue = "1", description = "of the generator") long seed)
      throws IOException, InterruptedException {
    refuseNone("--articles", articles);
    boolean temporary = common.data == null;
    Path data = temporary ? Files.createTempDirectory("civicwire-bench-") : common.data;
    common.data = data;
    try {
      Progress progress = new Progress(spec.commandLine().getErr());
      PipelineFigures figures = PipelineBench.run(common.settings(), articles, seed, progress);
      print(figures.text(), figures);
      return 0;
    } finally {
      if (temporary && data != null) {
        delete(data);
      }
    }
  }

  /// The tagger alone.
  @Command(
      name = "tag",
      mixinStandardHelpOptions = true,
      description = "Articles a CPU-second of the tagger, on one warm thread.")
  int tag(
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE",
              description = "JSON lines {id, title, text}; none = generated articles")
          @Nullable Path file,
      @Option(names = "--articles", defaultValue = "1000", description = "how many, at most")
          int articles,
      @Option(names = "--seed", defaultValue = "1", description = "of the generator") long seed,
      @Option(names = "--warm-up", defaultValue = "20", description = "CPU-seconds before")
          double warmUp)
      throws IOException {
    refuseNone("--articles", articles);
    List<Article> texts = file == null ? generated(articles, seed) : read(file, articles);
    UnitFigures figures = TagBench.run(texts, warmUp);
    print(figures.text("articles"), figures);
    return 0;
  }

  /// The extractor alone.
  @Command(
      name = "extract",
      mixinStandardHelpOptions = true,
      description = {
        "Pages a CPU-second of the extractor, on one warm thread, beside the HTML parser alone on",
        "the same pages: the median of several passes, and what the heap is asked for."
      })
  int extract(
      @Parameters(paramLabel = "FOLDER", description = "of .html and .html.gz files") Path folder,
      @Option(names = "--warm-up", defaultValue = "20", description = "CPU-seconds before")
          double warmUp,
      @Option(names = "--passes", defaultValue = "7", description = "measured, after the warm-up")
          int passes)
      throws IOException {
    refuseNone("--passes", passes);
    ExtractBench bench = ExtractBench.of(folder);
    if (bench.pages() == 0) {
      throw new StageException("no .html or .html.gz file below " + folder);
    }
    ExtractFigures figures = bench.run(warmUp, passes);
    print(figures.text(), figures);
    return 0;
  }

  /// The crawl alone.
  @Command(
      name = "crawl",
      mixinStandardHelpOptions = true,
      description = {
        "Crawl many small sites behind one loopback server: pages a second against what the pauses",
        "allow, fairness, CPU a page for fetch, robots.txt, state and transaction; then without",
        "pauses. No extraction. Writes to an embedded broker in a fresh temporary folder."
      })
  int crawl(
      @Mixin CommonOptions common,
      @Option(names = "--hosts", defaultValue = "500", description = "sites") int hosts,
      @Option(names = "--pages", defaultValue = "200", description = "of each site") int pages,
      @Option(names = "--delay", defaultValue = "1000", description = "pause in ms") long delay,
      @Option(names = "--no-broker", description = "keep nothing: no transaction") boolean noBroker,
      @Option(names = "--beside", description = "crawl the same pages with crawler4j too")
          boolean beside,
      @Option(
              names = "--peers",
              paramLabel = "FOLDER",
              defaultValue = "peers/target/peers",
              description = "jars of crawler4j, which a build leaves in ${DEFAULT-VALUE}")
          Path peers)
      throws IOException {
    refuseNone("--hosts", hosts);
    refuseNone("--pages", pages);
    Duration pause = Duration.ofMillis(delay);
    Optional<Path> others = Optional.of(peers).filter(folder -> beside);
    CrawlFigures figures =
        noBroker
            ? new CrawlBench(hosts, pages, pause, BenchLog.NONE).run(others)
            : onBroker(
                common,
                broker ->
                    new CrawlBench(
                            hosts, pages, pause, BenchLog.of(broker.kafka(), broker.engines()))
                        .run(others));
    print(figures.text(), figures);
    return 0;
  }

  /// The start of a crawl that knows much.
  @Command(
      name = "known",
      mixinStandardHelpOptions = true,
      description = {
        "Start a crawl that knows very many pages already and has nothing to do: seconds and"
            + " resident",
        "memory. Writes to an embedded broker in a fresh temporary folder."
      })
  int known(
      @Mixin CommonOptions common,
      @Option(names = "--pages", defaultValue = "1000000", description = "known pages") int pages)
      throws IOException {
    refuseNone("--pages", pages);
    KnownBench.Figures figures =
        onBroker(
            common,
            broker ->
                KnownBench.run(broker.kafka(), broker.data(), pages, broker.progress()::line));
    print(figures.text(), figures);
    return 0;
  }

  /// A broker of a measurement's own.
  private record Broker(KafkaConfig kafka, EngineSet engines, Path data, Progress progress) {}

  /// A measurement that may fail at files.
  private interface Measurement<T> {
    T on(Broker broker) throws IOException;
  }

  private <T> T onBroker(CommonOptions common, Measurement<T> measurement) throws IOException {
    Path data = Files.createTempDirectory("civicwire-bench-");
    common.data = data;
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.LONG, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      return measurement.on(new Broker(kafka, engines, data, progress));
    } finally {
      delete(data);
    }
  }

  private static void refuseNone(String option, int number) {
    if (number < 1) {
      throw new StageException(option + " is " + number + ": give 1 or more");
    }
  }

  private static List<Article> generated(int articles, long seed) {
    ArticleGenerator generator = new ArticleGenerator(seed);
    return IntStream.range(0, articles).mapToObj(generator::article).toList();
  }

  private static List<Article> read(Path file, int most) throws IOException {
    List<Article> articles = new ArrayList<>();
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine();
          line != null && articles.size() < most;
          line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          articles.add(ArticleLine.read(line, note -> {}));
        }
      }
    } catch (LineFilter.BadLineException e) {
      throw new StageException("line %d of %s: %s".formatted(number, file, e.getMessage()), e);
    }
    if (articles.isEmpty()) {
      throw new StageException(file + " holds no line");
    }
    return articles;
  }

  private void print(String text, Object figures) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.println(Json.mapper().writeValueAsString(figures));
    out.flush();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

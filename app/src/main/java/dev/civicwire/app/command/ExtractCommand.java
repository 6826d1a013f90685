package dev.civicwire.app.command;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.extract.PageExtractor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `civicwire extract`: HTML in, an article out.
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Extract the article of a page: HTML in, one JSON article out.")
public final class ExtractCommand implements Callable<Integer> {
  /// A file larger than this is read to here; the extractor marks nothing, since nobody cut it
  /// before.
  private static final int MAX_BYTES = 64 << 20;

  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "HTML; - or none = standard input")
  @Nullable String file;

  @Option(names = "--url", description = "address of the page", defaultValue = "about:blank")
  String url;

  @Option(
      names = "--jsonl",
      paramLabel = "FILE",
      description = "many pages: lines {id, url, html_path}, the path relative to FILE, .gz too")
  @Nullable Path jsonl;

  private final Extractor extractor = PageExtractor.forFiles();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path lines = jsonl;
    return lines == null ? one() : many(lines);
  }

  private int one() throws IOException {
    try (InputStream in =
        file == null || file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return switch (extract(url, in)) {
        case Extraction.Found(Article article) -> {
          spec.commandLine().getOut().println(Json.mapper().writeValueAsString(article));
          yield 0;
        }
        case Extraction.Refused(String reason, String message) -> {
          spec.commandLine()
              .getErr()
              .println(spec.qualifiedName() + ": " + reason + ": " + message);
          yield 1;
        }
      };
    }
  }

  private int many(Path lines) throws IOException, InterruptedException {
    LineFilter filter =
        new LineFilter(
            spec.qualifiedName(),
            Runtime.getRuntime().availableProcessors(),
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    Path folder = lines.toAbsolutePath().resolveSibling("");
    try (BufferedReader in = TagCommand.Input.open(lines.toString())) {
      return filter.run(in, line -> page(line, folder));
    }
  }

  private String page(String line, Path folder) throws LineFilter.BadLineException {
    try {
      JsonNode node = Json.mapper().readTree(line);
      String path = node.path("html_path").asString("");
      if (path.isEmpty()) {
        throw new LineFilter.BadLineException("no field 'html_path'");
      }
      Path html = folder.resolve(path);
      try (InputStream raw = Files.newInputStream(html);
          InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
        return line(node, extract(node.path("url").asString("about:blank"), in));
      }
    } catch (JacksonException e) {
      throw new LineFilter.BadLineException("no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new LineFilter.BadLineException("cannot read the page: " + e);
    }
  }

  private static String line(JsonNode given, Extraction extraction)
      throws LineFilter.BadLineException {
    return switch (extraction) {
      case Extraction.Found(Article article) -> {
        ObjectNode out = Json.mapper().valueToTree(article);
        Optional.of(given.path("id"))
            .filter(id -> !id.isMissingNode())
            .ifPresent(id -> out.set("id", id));
        yield Json.mapper().writeValueAsString(out);
      }
      case Extraction.Refused(String reason, String message) ->
          throw new LineFilter.BadLineException(reason + ": " + message);
    };
  }

  private Extraction extract(String address, InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BYTES);
    return extractor.extract(FetchedPage.ofBytes(address, body, Instant.now()), "file");
  }
}

package dev.civicwire.app.command;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Explanation;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.PageExtractor;
import dev.civicwire.ingest.extract.SiteRules;
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
    description = "Extract the article of a page: HTML, PDF or DOCX in, one JSON article out.")
public final class ExtractCommand implements Callable<Integer> {
  /// A larger file is refused: half an article would look whole.
  private static final int MAX_BYTES = 64 << 20;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "HTML, PDF or DOCX; - or none = standard input")
  @Nullable String file;

  @Option(names = "--url", description = "address of the page", defaultValue = "about:blank")
  String url;

  @Option(
      names = "--jsonl",
      paramLabel = "LIST",
      description =
          "many pages: lines {id, url, html_path}, the path relative to LIST; both may be .gz")
  @Nullable Path jsonl;

  @Option(
      names = "--explain",
      description = "say block by block what was kept, dropped and why, and whence each value came")
  boolean explain;

  @Option(
      names = "--site-rules",
      paramLabel = "FOLDER",
      description = "YAML files of selectors for single sites")
  @Nullable Path siteRules;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PageExtractor extractor = PageExtractor.forFiles();
    if (siteRules != null) {
      extractor = extractor.with(SiteRules.load(siteRules));
    }
    if (jsonl != null && explain) {
      throw new StageException("--explain is for one page: give it without --jsonl");
    }
    return jsonl == null ? one(extractor) : many(extractor, jsonl);
  }

  private int one(PageExtractor extractor) throws IOException {
    if (!url.matches("(?i)(?:https?|file)://\\S+|about:blank")) {
      throw new StageException(
          "--url " + url + " is no address: give it as in https://example.org/news/article");
    }
    try (InputStream in =
        file == null || file.equals("-") ? System.in : LineInput.file(Path.of(file))) {
      FetchedPage page = page(url, in);
      if (explain) {
        Explanation explanation = extractor.explain(page);
        explanation.lines().forEach(spec.commandLine().getOut()::println);
        return explanation.refused() ? 1 : 0;
      }
      return switch (extractor.extract(page, "file")) {
        case Extraction.Found(Article article) -> {
          spec.commandLine().getOut().println(Json.mapper().writeValueAsString(article));
          Output.flush(spec.commandLine().getOut());
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

  private int many(PageExtractor extractor, Path lines) throws IOException, InterruptedException {
    LineFilter filter =
        new LineFilter(
            spec.qualifiedName(),
            Runtime.getRuntime().availableProcessors(),
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    Path folder = lines.toAbsolutePath().resolveSibling("");
    try (BufferedReader in = LineInput.open(lines.toString())) {
      return filter.run(in, line -> article(extractor, line, folder));
    }
  }

  private static String article(PageExtractor extractor, String line, Path folder)
      throws LineFilter.BadLineException {
    try {
      JsonNode node = Json.mapper().readTree(line);
      String path = node.path("html_path").asString("");
      if (path.isEmpty()) {
        throw new LineFilter.BadLineException("no field 'html_path'");
      }
      Path html = folder.resolve(path);
      try (InputStream raw = Files.newInputStream(html);
          InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
        FetchedPage page = page(node.path("url").asString("about:blank"), in);
        return line(node, extractor.extract(page, "file"));
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

  private static FetchedPage page(String address, InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new IOException(
          "larger than %d MiB, the most that is read: give a smaller file"
              .formatted(MAX_BYTES >> 20));
    }
    return FetchedPage.ofBytes(address, body, Instant.now());
  }
}

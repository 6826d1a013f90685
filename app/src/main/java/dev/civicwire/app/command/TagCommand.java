package dev.civicwire.app.command;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.Tagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `civicwire tag`: JSON lines of texts in, tagged articles out.
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = {
      "Tag texts: JSON lines {id, title, text, published?, url?} in, tagged articles out,",
      "one a line, in input order."
    })
public final class TagCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin InputFile input = new InputFile();

  @Option(names = "--threads", description = "threads; 0 = one a core", defaultValue = "0")
  int threads;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 0) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--threads is " + threads + ": give a number, 0 = one a core");
    }
    Tagger tagger = Tagger.load();
    int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    LineFilter filter =
        new LineFilter(
            spec.qualifiedName(),
            workers,
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    try (BufferedReader in = input.lines()) {
      return filter.run(
          in, line -> Json.mapper().writeValueAsString(tagger.tag(article(line, this::note))));
    }
  }

  private void note(String text) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + text);
  }

  /// @param notes told of what was left out of the article
  static Article article(String line, Consumer<String> notes) throws LineFilter.BadLineException {
    try {
      JsonNode node = Json.mapper().readTree(line);
      if (!node.isObject()) {
        throw new LineFilter.BadLineException("no JSON object: give {id, title, text}");
      }
      String text = required(node, "text");
      String title = text(node, "title").orElse("");
      String url = text(node, "url").orElse("");
      String id = text(node, "id").orElseGet(() -> ArticleId.of(url.isEmpty() ? text : url));
      Optional<String> published = text(node, "published").filter(date -> !date.isBlank());
      Optional<PartialDate> day = published.flatMap(PartialDate::parse);
      if (published.isPresent() && day.isEmpty()) {
        notes.accept(
            "article %s: published is '%s', no date such as 2026-05-31; it is tagged as undated"
                .formatted(id, published.get()));
      }
      return Article.ofText(id, url, title, text, day);
    } catch (JacksonException e) {
      throw new LineFilter.BadLineException("no JSON: " + e.getOriginalMessage());
    }
  }

  private static String required(JsonNode node, String field) throws LineFilter.BadLineException {
    return text(node, field)
        .orElseThrow(() -> new LineFilter.BadLineException("no field '" + field + "'"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asString());
  }
}

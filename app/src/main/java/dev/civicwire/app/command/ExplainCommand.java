package dev.civicwire.app.command;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.Tagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/// `civicwire explain`: why each value is there.
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Show an article with every value, the rule or model behind it, what it competed with and"
          + " why",
      "it won. FILE holds plain text, JSON lines as 'tag' reads them, or what 'extract' prints."
    })
public final class ExplainCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin InputFile input = new InputFile();

  @Option(names = "--title", description = "headline, where FILE is plain text")
  @Nullable String title;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "day of publication, where FILE is plain text: dates are resolved by it")
  @Nullable String published;

  @Override
  public Integer call() throws IOException {
    String given;
    try (BufferedReader in = input.lines()) {
      given = in.lines().collect(Collectors.joining("\n"));
    }
    List<Article> articles = given.stripLeading().startsWith("{") ? objects(given) : text(given);
    Tagger tagger = Tagger.load();
    PrintWriter out = spec.commandLine().getOut();
    for (Article article : articles) {
      out.print(tagger.explain(article).print());
    }
    out.flush();
    return 0;
  }

  private List<Article> text(String given) {
    Optional<PartialDate> day = published == null ? Optional.empty() : Optional.of(date(published));
    String headline = title == null ? "" : title;
    return List.of(Article.ofText(ArticleId.of(given), "", headline, given, day));
  }

  private static PartialDate date(String text) {
    return PartialDate.parse(text)
        .orElseThrow(
            () -> new StageException("--published " + text + ": give a date such as 2026-05-31"));
  }

  /// One object over several lines, or one a line.
  private List<Article> objects(String given) {
    if (isWhole(given)) {
      return List.of(article(given, ""));
    }
    List<Article> articles = new ArrayList<>();
    int number = 0;
    for (String line : given.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        articles.add(article(line, "line " + number + ": "));
      }
    }
    return articles;
  }

  private static boolean isWhole(String given) {
    try {
      return Json.mapper().readTree(given.strip()).isObject() && !hasMore(given);
    } catch (JacksonException e) {
      return false;
    }
  }

  /// True where the first line is an object by itself.
  private static boolean hasMore(String given) {
    List<String> lines = given.strip().lines().filter(line -> !line.isBlank()).toList();
    return lines.size() > 1 && lines.getFirst().endsWith("}") && lines.get(1).startsWith("{");
  }

  private void note(String text) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + text);
  }

  private Article article(String json, String place) {
    try {
      return ArticleLine.read(json, this::note);
    } catch (LineFilter.BadLineException e) {
      throw new StageException(input.name() + ": " + place + e.getMessage());
    }
  }
}

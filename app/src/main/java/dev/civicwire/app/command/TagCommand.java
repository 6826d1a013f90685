package dev.civicwire.app.command;

import dev.civicwire.contract.Json;
import dev.civicwire.enrich.Tagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `civicwire tag`: JSON lines of texts in, tagged articles out.
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = {
      "Tag texts: JSON lines {id, title, text, published?, url?} in, or articles as 'extract'",
      "prints them; tagged articles out, one a line, in input order."
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
          in,
          line -> Json.mapper().writeValueAsString(tagger.tag(ArticleLine.read(line, this::note))));
    }
  }

  private void note(String text) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + text);
  }
}

package dev.civicwire.app.command;

import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.enrich.eval.TaggingEvaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire eval tagging DIR`: quality in figures.
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measure quality against labelled documents.")
public final class EvalCommand {
  @Spec CommandSpec spec;

  /// Scores the tagger.
  @Command(
      name = "tagging",
      mixinStandardHelpOptions = true,
      description = {
        "Precision, recall and F1 of every type, vacancy fields, topics, relevance and the",
        "reliability of confidences, over labelled documents (*.json)."
      })
  int tagging(@Parameters(paramLabel = "DIR", description = "folder of documents") Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StageException(
          "no folder " + folder + ": give one with labelled documents (*.json)");
    }
    spec.commandLine().getOut().print(TaggingEvaluation.run(folder, Tagger.load()).print());
    return 0;
  }
}

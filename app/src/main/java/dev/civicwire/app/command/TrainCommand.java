package dev.civicwire.app.command;

import dev.civicwire.enrich.eval.ConfidenceTraining;
import dev.civicwire.enrich.eval.DateTraining;
import dev.civicwire.enrich.eval.TopicTraining;
import dev.civicwire.enrich.train.NameModelTraining;
import dev.civicwire.ingest.extract.train.ModelTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire train names|confidence|topics|dates|blocks`: makes the models that are shipped as
/// resources.
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Train the shipped models again (for developers).")
public final class TrainCommand {
  @Spec CommandSpec spec;

  /// The model of people's and organisations' names.
  @Command(
      name = "names",
      mixinStandardHelpOptions = true,
      description = "Train the name model on the project's own articles and CoNLL files.")
  int names(
      @Parameters(index = "0", paramLabel = "OUT", description = "model file") Path out,
      @Parameters(index = "1..*", paramLabel = "CONLL", description = "annotated texts")
          List<Path> conll)
      throws IOException {
    spec.commandLine().getOut().println(NameModelTraining.train(conll, out));
    return 0;
  }

  /// The table that turns annotators' measures into confidences.
  @Command(
      name = "confidence",
      mixinStandardHelpOptions = true,
      description = "Calibrate the tagger's confidences on labelled documents.")
  int confidence(
      @Parameters(index = "0", paramLabel = "OUT", description = "table file") Path out,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "DIR", description = "folders")
          List<Path> folders) {
    spec.commandLine().getOut().println(ConfidenceTraining.train(folders, out));
    return 0;
  }

  /// The weights that tell an article's topics.
  @Command(
      name = "topics",
      mixinStandardHelpOptions = true,
      description = "Fit what tells an article's topics on labelled documents.")
  int topics(
      @Parameters(index = "0", paramLabel = "OUT", description = "weights file") Path out,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "DIR", description = "folders")
          List<Path> folders) {
    spec.commandLine().getOut().println(TopicTraining.train(folders, out));
    return 0;
  }

  /// The model that tells deadlines from events.
  @Command(
      name = "dates",
      mixinStandardHelpOptions = true,
      description = "Train what decides whether a date is a deadline, an event or nothing.")
  int dates(
      @Parameters(index = "0", paramLabel = "OUT", description = "model file") Path out,
      @Parameters(index = "1..*", paramLabel = "DIR", description = "labelled documents")
          @Nullable List<Path> whole,
      @Option(
              names = "--odd",
              paramLabel = "DIR",
              description = "labelled documents, only those of odd numbers")
          @Nullable List<Path> odd) {
    List<DateTraining.Folder> folders = new ArrayList<>();
    folders.addAll(folders(whole, DateTraining.Numbers.ALL));
    folders.addAll(folders(odd, DateTraining.Numbers.ODD));
    if (folders.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no folder of labelled documents is named: give DIR or --odd DIR");
    }
    spec.commandLine().getOut().println(DateTraining.train(folders, out));
    return 0;
  }

  private static List<DateTraining.Folder> folders(
      @Nullable List<Path> paths, DateTraining.Numbers numbers) {
    return paths == null
        ? List.of()
        : paths.stream().map(path -> new DateTraining.Folder(path, numbers)).toList();
  }

  /// The model that tells an article's blocks from the rest of its page.
  @Command(
      name = "blocks",
      mixinStandardHelpOptions = true,
      description = "Train the extractor's block model, cross-validated by site.")
  int blocks(
      @Parameters(index = "0", paramLabel = "OUT", description = "model file") Path out,
      @Parameters(index = "1", paramLabel = "ROOT", description = "folder of page sets") Path root,
      @Parameters(index = "2..*", paramLabel = "SET", description = "sets below it")
          List<String> sets)
      throws IOException {
    ModelTraining.run(root, sets, out, spec.commandLine().getOut()::println);
    return 0;
  }
}

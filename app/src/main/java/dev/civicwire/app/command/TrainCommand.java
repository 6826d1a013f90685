package dev.civicwire.app.command;

import dev.civicwire.enrich.eval.ConfidenceTraining;
import dev.civicwire.enrich.eval.DateTraining;
import dev.civicwire.enrich.eval.LabelledFolder;
import dev.civicwire.enrich.eval.RelevanceTraining;
import dev.civicwire.enrich.eval.TopicTraining;
import dev.civicwire.enrich.train.NameModelTraining;
import dev.civicwire.ingest.extract.train.ModelTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire train names|confidence|topics|relevance|dates|blocks`: makes the models that are
/// shipped as resources.
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
  int confidence(@Mixin Labelled labelled) {
    spec.commandLine().getOut().println(ConfidenceTraining.train(labelled.folders(), labelled.out));
    return 0;
  }

  /// The model that weighs an article's topics.
  @Command(
      name = "topics",
      mixinStandardHelpOptions = true,
      description = "Train what weighs an article's topics.")
  int topics(@Mixin Labelled labelled) {
    spec.commandLine().getOut().println(TopicTraining.train(labelled.folders(), labelled.out));
    return 0;
  }

  /// The model that weighs why an article matters.
  @Command(
      name = "relevance",
      mixinStandardHelpOptions = true,
      description = "Train what weighs why an article matters.")
  int relevance(@Mixin Labelled labelled) {
    spec.commandLine().getOut().println(RelevanceTraining.train(labelled.folders(), labelled.out));
    return 0;
  }

  /// The model that tells deadlines from events.
  @Command(
      name = "dates",
      mixinStandardHelpOptions = true,
      description = "Train what decides whether a date is a deadline, an event or nothing.")
  int dates(@Mixin Labelled labelled) {
    spec.commandLine().getOut().println(DateTraining.train(labelled.folders(), labelled.out));
    return 0;
  }

  /// What is trained on labelled documents, and where it goes.
  static final class Labelled {
    @Parameters(index = "0", paramLabel = "OUT", description = "file to be written")
    Path out = Path.of("");

    @Parameters(index = "1..*", paramLabel = "DIR", description = "labelled documents")
    List<Path> whole = new ArrayList<>();

    @Option(
        names = "--odd",
        paramLabel = "DIR",
        description = "labelled documents, only those of odd numbers")
    List<Path> odd = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    private List<LabelledFolder> folders() {
      List<LabelledFolder> folders = new ArrayList<>();
      whole.forEach(path -> folders.add(new LabelledFolder(path, LabelledFolder.Numbers.ALL)));
      odd.forEach(path -> folders.add(new LabelledFolder(path, LabelledFolder.Numbers.ODD)));
      if (folders.isEmpty()) {
        throw new ParameterException(
            command.commandLine(),
            "no folder of labelled documents is named: give DIR or --odd DIR");
      }
      return folders;
    }
  }

  /// The model that tells an article's blocks from the rest of its page.
  @Command(
      name = "blocks",
      mixinStandardHelpOptions = true,
      description = "Train the extractor's block model, cross-validated by site.")
  int blocks(
      @Parameters(index = "0", paramLabel = "OUT", description = "model file") Path out,
      @Parameters(index = "1", paramLabel = "ROOT", description = "folder of page sets") Path root,
      @Parameters(index = "2..*", arity = "1..*", paramLabel = "SET", description = "sets below it")
          List<String> sets)
      throws IOException {
    ModelTraining.run(root, sets, out, spec.commandLine().getOut()::println);
    return 0;
  }
}

package dev.civicwire.app.command;

import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.enrich.eval.NameModelEvaluation;
import dev.civicwire.enrich.eval.TaggingEvaluation;
import dev.civicwire.ingest.extract.eval.ExtractionEvaluation;
import dev.civicwire.ingest.suite.Suites;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire eval tagging DIR | names DIR | extraction DIR | suites`: quality in figures.
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

  /// Scores the name model.
  @Command(
      name = "names",
      mixinStandardHelpOptions = true,
      description = {
        "Precision, recall and F1 of the shipped name model alone, without lists and rules, over",
        "labelled documents (*.json)."
      })
  int names(@Parameters(paramLabel = "DIR", description = "folder of documents") Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StageException(
          "no folder " + folder + ": give one with labelled documents (*.json)");
    }
    NameModelEvaluation.run(folder).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  /// Runs others' suites.
  @Command(
      name = "suites",
      mixinStandardHelpOptions = true,
      description = {
        "Run the suites that others wrote for robots.txt, feeds, sitemaps and addresses against"
            + " the",
        "crawler's readers: cases passed and in all. Where a suite and a standard disagree,",
        "docs/decisions says which one is followed."
      })
  int suites(
      @Parameters(
              arity = "0..1",
              paramLabel = "DIR",
              description = "folder of the suites (default: shared/suites beside the project)")
          Optional<Path> folder,
      @Option(names = "--failures", description = "a line for each case that came out otherwise")
          boolean failures,
      @Option(names = "--json", description = "last line = JSON") boolean json) {
    new SuiteTable(spec.commandLine().getOut())
        .print(Suites.run(folder.orElseGet(SuiteTable::folder)), failures, json);
    return 0;
  }

  /// Scores the extractor.
  @Command(
      name = "extraction",
      mixinStandardHelpOptions = true,
      description = {
        "Body F1 and right titles, dates and authors over folders of pages with gold",
        "(SET/gold.jsonl), beside other extractors in the same process. Bodies of pages that",
        "the model was trained on flatter it: `train blocks` cross-validates by site."
      })
  int extraction(
      @Parameters(paramLabel = "DIR", description = "a set, or folder of sets") Path folder,
      @Option(
              names = "--peers",
              paramLabel = "FOLDER",
              defaultValue = "peers/target/peers",
              description = "jars of other extractors, which a build leaves in ${DEFAULT-VALUE}")
          Path peers)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StageException("no folder " + folder + ": give one with SET/gold.jsonl");
    }
    PrintWriter out = spec.commandLine().getOut();
    new ExtractionEvaluation(PeerJars.load(peers))
        .run(
            folder,
            line -> {
              out.println(line);
              out.flush();
            });
    return 0;
  }
}

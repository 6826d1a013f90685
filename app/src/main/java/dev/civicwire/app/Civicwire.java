package dev.civicwire.app;

import dev.civicwire.app.command.BenchCommand;
import dev.civicwire.app.command.ConfigCommand;
import dev.civicwire.app.command.DemoCommand;
import dev.civicwire.app.command.EnginesCommand;
import dev.civicwire.app.command.EnrichCommand;
import dev.civicwire.app.command.ErrorReport;
import dev.civicwire.app.command.EvalCommand;
import dev.civicwire.app.command.ExplainCommand;
import dev.civicwire.app.command.ExtractCommand;
import dev.civicwire.app.command.IndexCommand;
import dev.civicwire.app.command.IngestCommand;
import dev.civicwire.app.command.ReindexCommand;
import dev.civicwire.app.command.RejectedCommand;
import dev.civicwire.app.command.ReplayCommand;
import dev.civicwire.app.command.RetagCommand;
import dev.civicwire.app.command.RetractCommand;
import dev.civicwire.app.command.SearchCommand;
import dev.civicwire.app.command.SourcesCommand;
import dev.civicwire.app.command.StatusCommand;
import dev.civicwire.app.command.TagCommand;
import dev.civicwire.app.command.TopicsCommand;
import dev.civicwire.app.command.TrainCommand;
import dev.civicwire.app.command.UpCommand;
import dev.civicwire.app.command.WebCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's root. Exit codes: 0 done, 1 failed or done with errors, 2 wrong words, 78
/// wrong configuration.
@Command(
    name = "civicwire",
    version = "civicwire 0.1.0",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "News about public-sector digital jobs and money, as data.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      IngestCommand.class,
      EnrichCommand.class,
      IndexCommand.class,
      WebCommand.class,
      EnginesCommand.class,
      TopicsCommand.class,
      ExtractCommand.class,
      TagCommand.class,
      ExplainCommand.class,
      SearchCommand.class,
      ReplayCommand.class,
      ReindexCommand.class,
      RetagCommand.class,
      RejectedCommand.class,
      RetractCommand.class,
      StatusCommand.class,
      SourcesCommand.class,
      ConfigCommand.class,
      EvalCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Civicwire {
  /// Runs the command line and ends the process.
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    System.exit(code);
  }

  /// Runs the command line in this process.
  ///
  /// @return the exit code
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Civicwire())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(ErrorReport::handle)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }
}

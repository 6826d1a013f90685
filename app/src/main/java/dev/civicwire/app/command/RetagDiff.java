package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.NewestTagged;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.topic.TopicReader;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.enrich.explain.TaggingDiff;
import dev.civicwire.enrich.explain.TaggingDiff.Change;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What the present tagger would change on stored articles; nothing is written.
final class RetagDiff {
  /// They are held in memory.
  private static final int MAX_ARTICLES = 10_000;

  private final PrintWriter out;
  private final Tagger tagger = Tagger.load();
  private final Map<String, int[]> counts = new TreeMap<>();
  private int changed;

  private RetagDiff(PrintWriter out) {
    this.out = out;
  }

  static int run(int most, Settings settings, CommandSpec spec) {
    if (most < 1 || most > MAX_ARTICLES) {
      throw new ParameterException(
          spec.commandLine(), "--diff " + most + ": give a number from 1 to " + MAX_ARTICLES);
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.SHORT, progress)) {
      NewestTagged newest = new NewestTagged(most);
      new TopicReader(Connections.readyKafka(settings, engines, progress))
          .readTaggedArticles(newest);
      new RetagDiff(spec.commandLine().getOut()).print(newest.articles());
      return 0;
    }
  }

  private void print(List<TaggedArticle> stored) {
    for (TaggedArticle before : stored) {
      List<Change> changes = TaggingDiff.of(before, tagger.tag(before.article()));
      if (!changes.isEmpty()) {
        changed++;
        out.println(before.article().title() + " <" + before.url() + ">");
        changes.forEach(this::print);
      }
    }
    counts.forEach((field, count) -> out.printf("%-18s +%d -%d%n", field, count[1], count[0]));
    out.printf(
        "%d of %d articles would change with %s%n", changed, stored.size(), Tagger.version());
    out.flush();
  }

  private void print(Change change) {
    out.println("  " + change.line());
    counts.computeIfAbsent(change.field(), field -> new int[2])[change.added() ? 1 : 0]++;
  }
}

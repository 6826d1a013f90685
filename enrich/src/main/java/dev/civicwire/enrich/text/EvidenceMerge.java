package dev.civicwire.enrich.text;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import java.util.List;
import java.util.stream.Stream;

/// Makes one value's evidence of two.
public final class EvidenceMerge {
  /// A value that a text repeats more often keeps its first places: a record must not outgrow its
  /// article.
  private static final int MAX_MENTIONS = 200;

  private EvidenceMerge() {}

  /// The evidence of both, shown at the place of `one`, as sure as the surer of them.
  public static Evidence joined(Evidence one, Evidence other) {
    double confidence = Math.max(one.confidence(), other.confidence());
    if (one.mentions().size() >= MAX_MENTIONS) {
      return confidence == one.confidence()
          ? one
          : Evidence.of(one.mention(), one.mentions(), confidence, one.annotator());
    }
    List<Mention> mentions =
        Stream.concat(one.mentions().stream(), other.mentions().stream()).toList();
    return Evidence.of(one.mention(), mentions, confidence, one.annotator());
  }
}

package dev.civicwire.ingest.extract.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Whether a lead on these pages is more than luck: both extractors are scored on the same
/// resamples of the pages. The same pages give the same answer.
final class PairedBootstrap {
  private static final int RESAMPLES = 1_000;

  private PairedBootstrap() {}

  /// One line about the lead of `ours` over `theirs`, page by page.
  static String compare(String name, List<BodyScore> ours, List<BodyScore> theirs) {
    Random random = new Random(7);
    double[] leads = new double[RESAMPLES];
    for (int round = 0; round < RESAMPLES; round++) {
      List<BodyScore> left = new ArrayList<>();
      List<BodyScore> right = new ArrayList<>();
      for (int at = 0; at < ours.size(); at++) {
        int pick = random.nextInt(ours.size());
        left.add(ours.get(pick));
        right.add(theirs.get(pick));
      }
      leads[round] = BodyScore.f1(left) - BodyScore.f1(right);
    }
    Arrays.sort(leads);
    double better = 100.0 * Arrays.stream(leads).filter(lead -> lead > 0).count() / RESAMPLES;
    return String.format(
        Locale.ROOT,
        "  body F1 less %s: 95 %% of resamples in [%+.4f, %+.4f], better in %.1f %%",
        name,
        leads[RESAMPLES / 40],
        leads[RESAMPLES - RESAMPLES / 40 - 1],
        better);
  }
}

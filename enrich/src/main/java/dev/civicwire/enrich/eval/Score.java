package dev.civicwire.enrich.eval;

/// Counts of one type of value.
///
/// @param gold labelled values
/// @param found labelled values that the tagger gave
/// @param wrong values that it gave beside them
public record Score(int gold, int found, int wrong) {
  static final Score NONE = new Score(0, 0, 0);

  Score plus(Score other) {
    return new Score(gold + other.gold, found + other.found, wrong + other.wrong);
  }

  /// Share of the given values that are right; 1 where nothing was to be found and nothing was
  /// given.
  public double precision() {
    return found + wrong > 0 ? found / (double) (found + wrong) : gold == 0 ? 1 : 0;
  }

  /// Share of the labelled values that were given.
  public double recall() {
    return gold > 0 ? found / (double) gold : 1;
  }

  /// Harmonic mean of the two.
  public double f1() {
    double sum = precision() + recall();
    return sum > 0 ? 2 * precision() * recall() / sum : 0;
  }
}

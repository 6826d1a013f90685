package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;

/// Tells for each block how sure it is article text: two forests, of which the second sees what the
/// first thinks of the neighbours. Their trees are in `block-model-1.tsv` and `block-model-2.tsv`,
/// written by `dev.civicwire.ingest.extract.train`.
final class BlockModel {
  private final Forest first;
  private final Forest second;

  BlockModel() {
    this(Forest.read(Rows.of("block-model-1.tsv")), Forest.read(Rows.of("block-model-2.tsv")));
  }

  BlockModel(Forest first, Forest second) {
    this.first = first;
    this.second = second;
  }

  /// Rows for the first forest.
  static float[][] features(ParsedPage page, Optional<String> structuredBody) {
    Blocks blocks = page.blocks();
    Box scored = BodyFinder.scored(blocks);
    PageWords words = PageWords.of(page.facts(), structuredBody);
    BlockFeatures features = new BlockFeatures(blocks, words, scored);
    List<Block> list = blocks.list;
    float[][] rows = new float[list.size()][];
    for (Block block : list) {
      rows[block.index] = features.of(block);
    }
    return rows;
  }

  /// The probability of each block.
  float[] judge(ParsedPage page, Optional<String> structuredBody) {
    float[][] features = features(page, structuredBody);
    return second(page.blocks(), features, probabilities(first, features));
  }

  private float[] second(Blocks blocks, float[][] features, float[] votes) {
    return probabilities(second, BlockVotes.of(blocks, features, votes));
  }

  private static float[] probabilities(Forest forest, float[][] rows) {
    float[] probabilities = new float[rows.length];
    for (int at = 0; at < rows.length; at++) {
      probabilities[at] = forest.probability(rows[at]);
    }
    return probabilities;
  }
}

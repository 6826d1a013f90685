package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;

/// Tells for each block how sure it is article text: a forest over the features of the block and
/// of its place. The trees are in `block-model.tsv`, written by
/// `dev.civicwire.ingest.extract.train`. A second forest that saw the first one's votes on the
/// neighbours was tried and lost 0.2 points of F1 on pages of other sites.
final class BlockModel {
  private final Forest forest = Forest.read(Rows.of("block-model.tsv"));

  /// Rows for the forest.
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
    float[][] rows = features(page, structuredBody);
    float[] probabilities = new float[rows.length];
    for (int at = 0; at < rows.length; at++) {
      probabilities[at] = forest.probability(rows[at]);
    }
    return probabilities;
  }
}

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
    BlockFeatures features = read(page, structuredBody);
    List<Block> list = page.blocks().list;
    float[][] rows = new float[list.size()][BlockFeatures.SIZE];
    for (Block block : list) {
      features.read(block, rows[block.index]);
    }
    return rows;
  }

  /// The probability of each block.
  float[] judge(ParsedPage page, Optional<String> structuredBody) {
    BlockFeatures features = read(page, structuredBody);
    List<Block> list = page.blocks().list;
    float[] probabilities = new float[list.size()];
    float[] row = new float[BlockFeatures.SIZE];
    for (Block block : list) {
      features.read(block, row);
      probabilities[block.index] = forest.probability(row);
    }
    return probabilities;
  }

  private static BlockFeatures read(ParsedPage page, Optional<String> structuredBody) {
    Blocks blocks = page.blocks();
    PageWords words = page.words().with(structuredBody);
    return new BlockFeatures(blocks, words, BodyFinder.scored(blocks));
  }
}

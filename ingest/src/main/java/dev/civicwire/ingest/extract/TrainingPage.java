package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;

/// A page as the model sees it, for training it and for measuring.
public final class TrainingPage {
  private final Blocks blocks;
  private final float[][] features;

  private TrainingPage(Blocks blocks, float[][] features) {
    this.blocks = blocks;
    this.features = features;
  }

  /// Reads the page of `html` that was fetched from `url`.
  public static TrainingPage read(byte[] html, String url) {
    ParsedPage page = ParsedPage.of(html, Optional.empty(), url);
    Optional<String> body = StructuredData.of(page.facts()).body();
    return new TrainingPage(page.blocks(), BlockModel.features(page, body));
  }

  /// The texts of the blocks, in order.
  public List<String> texts() {
    return blocks.list.stream().map(block -> block.text).toList();
  }

  /// Features, one row a block.
  public float[][] features() {
    return features;
  }
}

package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;

/// A page as the model sees it, for training it and for measuring.
public final class TrainingPage {
  private final ParsedPage page;
  private final StructuredData data;
  private final float[][] features;

  private TrainingPage(ParsedPage page, StructuredData data) {
    this.page = page;
    this.data = data;
    this.features = BlockModel.features(page, data.body());
  }

  /// Reads the page of `html` that was fetched from `url`.
  public static TrainingPage read(byte[] html, String url) {
    ParsedPage page = ParsedPage.of(html, Optional.empty(), url);
    return new TrainingPage(page, StructuredData.of(page.facts(), url));
  }

  /// A page as text, decoded as the extractor decodes it.
  public static String decode(byte[] html) {
    return PageDecoder.decode(html, Optional.empty()).text();
  }

  /// The texts of the blocks, in order.
  public List<String> texts() {
    return page.blocks().list.stream().map(block -> block.text).toList();
  }

  /// The text that the extractor takes where its model votes like this.
  public String text(float[] votes) {
    return BodyText.choose(page, votes, data).text();
  }

  /// How rules without a model vote: 1 for the blocks of the container that they choose, 0 for the
  /// others.
  public float[] ruled() {
    Blocks blocks = page.blocks();
    float[] votes = new float[blocks.list.size()];
    BodyFinder.kept(blocks, BodyFinder.scored(blocks)).forEach(block -> votes[block.index] = 1);
    return votes;
  }

  /// Features, one row a block.
  public float[][] features() {
    return features;
  }
}

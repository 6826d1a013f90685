package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;

/// A page as the model sees it, for training it and for measuring.
public final class TrainingPage {
  private final ParsedPage page;
  private final Optional<String> structured;
  private final float[][] features;

  private TrainingPage(ParsedPage page, Optional<String> structured) {
    this.page = page;
    this.structured = structured;
    this.features = BlockModel.features(page, structured);
  }

  /// Reads the page of `html` that was fetched from `url`.
  public static TrainingPage read(byte[] html, String url) {
    ParsedPage page = ParsedPage.of(html, Optional.empty(), url);
    Optional<String> body = StructuredData.of(page.facts()).body();
    return new TrainingPage(page, body);
  }

  /// The texts of the blocks, in order.
  public List<String> texts() {
    return page.blocks().list.stream().map(block -> block.text).toList();
  }

  /// The text that the extractor takes where its model votes like this.
  public String text(float[] votes) {
    return BodyText.choose(page, votes, structured).text();
  }

  /// Features, one row a block.
  public float[][] features() {
    return features;
  }
}

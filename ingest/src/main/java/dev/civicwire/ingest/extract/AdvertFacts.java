package dev.civicwire.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The facts of an advert of a post: pay, place, contract, closing date. They often stand in a box
/// beside the text that is named like a sidebar, and are what a reader of adverts looks for first.
final class AdvertFacts {
  /// Labels of adverts that a page must have to be one.
  private static final int MIN_LABELS = 2;

  private static final int MAX_FACT = 220;

  private static final int MAX_NOTICE_WORDS = 25;

  /// Parts that hold other adverts or nothing of this one.
  private static final int OTHERS =
      Hint.mask(Hint.RELATED, Hint.NAV, Hint.FOOTER, Hint.COMMENTS, Hint.COOKIE, Hint.NEWSLETTER);

  private final Set<String> labels = new HashSet<>();

  /// Boxes that hold a pair of a known label and its value.
  private final Set<Box> tables = new HashSet<>();

  private final boolean advert;

  /// @param near blocks in and around the text that was found
  /// @param kept those that are its text
  /// @param posting whether the page declares a post that is sought
  AdvertFacts(List<Block> near, Set<Block> kept, boolean posting) {
    Set<String> telling = new HashSet<>();
    for (Block block : near) {
      Optional<String> label = isShort(block) ? Labels.of(block.text) : Optional.empty();
      label.filter(Labels::isOfAdverts).ifPresent(telling::add);
      if (label.isPresent() && block.row) {
        tables.add(table(block));
      }
      if (label.isPresent() && kept.contains(block)) {
        labels.add(label.get());
      }
    }
    advert = posting || telling.size() >= MIN_LABELS;
  }

  /// Whether the page has the labels of an advert.
  boolean isAdvert() {
    return advert;
  }

  private static boolean isShort(Block block) {
    return block.text.length() <= MAX_FACT && (block.box.named & OTHERS) == 0;
  }

  private static Box table(Block block) {
    return block.box.up(block.box.tag.equals("div") ? 1 : 2);
  }

  /// Whether `block` is a fact of the advert that no block before it has told. When the advert was
  /// published is a field of its own.
  boolean has(Block block) {
    boolean dated = block.phrases.of(LinePhrases.Kind.DATE) >= LinePhrases.BEGINS;
    if (!advert || dated || !isShort(block)) {
      return false;
    }
    Optional<String> label = Labels.of(block.text);
    if (label.isPresent()) {
      return labels.add(label.get());
    }
    return (block.row && tables.contains(table(block))) || isNotice(block);
  }

  /// A line such as `Apply before 11:55 pm on Sunday 8th March`.
  private static boolean isNotice(Block block) {
    return block.heading == 0
        && block.words <= MAX_NOTICE_WORDS
        && block.words > 3
        && block.digits > 0
        && block.linkDensity() < 0.5
        && Labels.isDeadline(block.letters);
  }
}

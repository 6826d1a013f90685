package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands around the body and is a field of its own: standfirst and captions.
final class Surroundings {
  private static final int MAX_CAPTION = 500;
  private static final int MIN_STANDFIRST_WORDS = 5;
  private static final int MAX_CAPTIONS = 50;

  /// Blocks before the body within which a standfirst stands.
  private static final int REACH = 15;

  private Surroundings() {}

  /// The lead-in between title and body, by its place and class; a long one stays in the body too.
  static Optional<Found<String>> standfirst(ParsedPage page, BodyText body, String title) {
    PageWords words = page.words();
    List<Block> blocks = page.blocks().list;
    int from = Math.max(0, body.start() - REACH);
    int to = Math.min(blocks.size(), body.start() + 3);
    String titleLetters = Texts.letters(title);
    Set<Block> kept = new HashSet<>(body.kept());
    Edges edges = new Edges(page, body.kept());
    if (!body.kept().isEmpty() && edges.isStandfirst(body.kept().getFirst())) {
      kept.remove(body.kept().getFirst());
    }
    for (Block block : blocks.subList(from, to)) {
      String letters = block.letters;
      boolean other = !kept.contains(block) && !letters.equals(titleLetters) && block.heading != 1;
      boolean near =
          Hint.STANDFIRST.in(block.inlineHints | block.box.hints | block.box.up(1).hints);
      boolean described = words.descriptionMatch(letters) > 0;
      boolean foreign = (block.standing() & Hint.FOREIGN & ~Hint.WIDGET.bit()) != 0;
      if (other
          && !foreign
          && block.words >= MIN_STANDFIRST_WORDS
          && (near || described)
          && block.linkDensity() < 0.5) {
        return Optional.of(
            new Found<>(
                block.text.replace('\n', ' '), near ? "class" : "description", near ? 0.8 : 0.7));
      }
    }
    return Optional.empty();
  }

  /// Captions of the images in and around the body.
  static List<String> captions(ParsedPage page, BodyText body) {
    List<Block> blocks = page.blocks().list;
    int from = Math.max(0, body.start() - REACH);
    int to = Math.min(blocks.size(), body.end() + 3);
    List<String> captions = new ArrayList<>();
    Set<Block> kept = new HashSet<>(body.kept());
    for (Block block : blocks.subList(Math.min(from, to), to)) {
      boolean caption =
          Hint.CAPTION.in(block.inlineHints | block.box.hints | block.box.up(1).hints)
              || block.within("figure")
              || Edges.isCredit(block);
      boolean foreign =
          (block.standing()
                  & (Hint.NAV.bit() | Hint.RELATED.bit() | Hint.AD.bit() | Hint.TEASER.bit()))
              != 0;
      String text = block.text.replace('\n', ' ');
      if (caption
          && !isAboveTitle(blocks, block)
          && !foreign
          && text.length() <= MAX_CAPTION
          && captions.size() < MAX_CAPTIONS
          && !kept.contains(block)
          && !captions.contains(text)) {
        captions.add(text);
      }
    }
    return captions;
  }

  /// Some departments call the kind of a page a caption, and set it above the title.
  private static boolean isAboveTitle(List<Block> blocks, Block block) {
    int next = block.index + 1;
    return next < blocks.size() && blocks.get(next).heading == 1 && !block.within("figure");
  }
}

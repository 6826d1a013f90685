package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The article's text and what stands around it.
///
/// @param kept blocks of the body, in order
/// @param text of the body, a line a paragraph, heading, list item or row
/// @param from which candidate won: `model`, `weak-model`, `structured`, `container`,
///     `script`
/// @param start first block of the body
/// @param end block after the last of the body
record BodyText(List<Block> kept, String text, String from, int start, int end) {
  static final String STRUCTURED_FROM = "structured";
  private static final String CONTAINER = "container";

  /// A block is the article's if the model is surer than this.
  static final float SURE = 0.55f;

  /// On pages that call themselves news, summaries and leads to other news stand around the article
  /// and read like it: there the model must be surer. Chosen on the development pages, where it
  /// gains 0.3 points of F1 on news.
  private static final float SURE_OF_NEWS = 0.7f;

  /// Where little is left, blocks that the model holds possible are taken.
  private static final float POSSIBLE = 0.2f;

  /// Texts shorter than this are looked at again with weaker demands, in characters.
  private static final int LITTLE = 250;

  /// Longest statement or notice of the publisher, in words.
  private static final int MAX_NOTICE = 20;

  /// The structured body wins if the page shows less than this share of it.
  private static final double STRUCTURED = 0.5;

  static BodyText choose(ParsedPage page, float[] votes, StructuredData data) {
    BodyText body = of(kept(page, votes, data, data.isNews() ? SURE_OF_NEWS : SURE), "model");
    if (body.text.length() < LITTLE) {
      BodyText weak = of(kept(page, votes, data, POSSIBLE), "weak-model");
      body = weak.text.length() > 2 * body.text.length() && weak.isProse() ? weak : body;
    }
    Optional<String> structured =
        body.text.length() < LITTLE ? data.body().or(data::advert) : data.body();
    if (structured.isPresent() && body.text.length() < structured.get().length() * STRUCTURED) {
      return new BodyText(body.kept, structured.get(), STRUCTURED_FROM, body.start, body.end);
    }
    if (body.text.isEmpty()) {
      Box box = BodyFinder.scored(page.blocks());
      return of(BodyFinder.kept(page.blocks(), box), CONTAINER);
    }
    return body;
  }

  /// A body that the page's scripts hold.
  static BodyText scripted(String text) {
    return new BodyText(List.of(), text, ScriptedBody.FROM, 0, 0);
  }

  /// Whether nothing was found but a few words in a container: the shell of a page that scripts
  /// fill looks so.
  boolean isMakeshift() {
    return text.length() < LITTLE && (text.isEmpty() || from.equals(CONTAINER));
  }

  private boolean isProse() {
    return kept.stream().anyMatch(Block::isProse);
  }

  private static List<Block> kept(
      ParsedPage page, float[] votes, StructuredData data, float threshold) {
    Blocks blocks = page.blocks();
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks.list) {
      if (votes[block.index] > threshold && !isWidget(block) && !isNotice(block)) {
        kept.add(block);
      }
    }
    Siblings.remove(blocks, kept);
    Repeats.remove(kept);
    Structure.complete(blocks, votes, kept, data.jobPosting().isPresent());
    new Edges(page, kept).trim();
    return kept;
  }

  /// Notices of the publisher to its readers are no part of the article: on cookies, on what a
  /// machine wrote, on how many articles are free.
  private static boolean isNotice(Block block) {
    return NoArticle.isConsent(block)
        || (block.words <= MAX_NOTICE
            && (AiStatements.isIn(block) || PageTerms.isWallNotice(block)));
  }

  /// Lines that are nothing but a known phrase of a widget: no article has them.
  static boolean isWidget(Block block) {
    if (block.words > 9) {
      return false;
    }
    LinePhrases.Match match = block.phrases;
    for (LinePhrases.Kind kind : LinePhrases.Kind.values()) {
      boolean widget =
          switch (kind) {
            case FEEDBACK, AD, COOKIE, SHARE, NEWSLETTER, COMMENTS -> true;
            case RELATED, CREDIT, BYLINE, DATE, COPYRIGHT, TAGS, PAYWALL -> false;
          };
      if (widget && match.of(kind) == LinePhrases.IS && block.words > 1) {
        return true;
      }
    }
    return false;
  }

  static BodyText of(List<Block> kept, String from) {
    StringBuilder text = new StringBuilder();
    for (Block block : kept) {
      for (String line : block.text.split("\n")) {
        String folded = line.strip();
        if (!folded.isEmpty()) {
          text.append(text.isEmpty() ? "" : "\n").append(folded);
        }
      }
    }
    int start = kept.isEmpty() ? 0 : kept.getFirst().index;
    int end = kept.isEmpty() ? 0 : kept.getLast().index + 1;
    return new BodyText(kept, text.toString(), from, start, end);
  }
}

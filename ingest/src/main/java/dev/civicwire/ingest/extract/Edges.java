package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes off the ends of a body what is a field of its own or none of the article: its title,
/// standfirst, dates and credits of pictures before the first paragraph, and offers and comments
/// after the last.
final class Edges {
  /// Longest line that says when the article was published or changed, in words.
  private static final int MAX_DATE = 7;

  /// The same as a row, with what is linked there.
  private static final int MAX_DATE_ROW = 10;

  /// Longest offer of a newsletter at the end, and longest credit of a picture, in words.
  private static final int MAX_OFFER = 30;

  private static final int MAX_CREDIT = 14;

  /// Lines of such an offer amid the article, and words of a note about the author.
  private static final int MAX_OFFER_LINES = 4;

  private static final int MAX_NOTE = 60;

  /// Longest standfirst that is taken out of a body, in words: longer ones carry what the article
  /// says nowhere else, and many of those who read such pages by hand count them to the body.
  private static final int MAX_TAKEN = 14;

  /// Blocks before the body among which its title stands.
  private static final int REACH = 6;

  /// Longest line that files the article under heads, in words.
  private static final int MAX_FILING = 12;

  /// Comments may follow a body of so many characters; below a heading that counts them, of so
  /// many.
  private static final int MIN_COMMENTED = 500;

  private static final int MIN_COUNTED = 100;

  /// `Photo: Ann Bee`, `Image credit: Pictures/Ann Bee`.
  private static final Pattern CREDIT = Pattern.compile("[^:]{4,24}: ?\\S.*", Pattern.DOTALL);

  private static final Pattern CHANGED =
      Pattern.compile("^(?:date (?:modified|published)|(?:last )?(?:updated|modified)|published) ");

  private static final Pattern COUNT = Pattern.compile("\\d+ | \\d+$");

  /// What is left of lines above comments without their number.
  private static final Set<String> HEADS =
      Set.of(
          "comment",
          "comments",
          "reader comments",
          "responses",
          "replies",
          "kommentare",
          "kommentar",
          "commentaires",
          "comentarios",
          "comentários",
          "reacties",
          "commenti");

  private final List<Block> blocks;
  private final List<PageFacts.Placed> times;
  private final PageWords words;
  private final List<Block> kept;

  Edges(ParsedPage page, List<Block> kept) {
    this.blocks = page.blocks().list;
    this.times = page.facts().times;
    this.words = page.words();
    this.kept = kept;
  }

  void trim() {
    cutComments();
    cutOffers();
    while (!kept.isEmpty() && isTail(kept.getLast())) {
      kept.removeLast();
    }
    cutLeads();
    if (kept.size() > 2 && isTaken(kept.getFirst())) {
      kept.removeFirst();
      cutLeads();
    }
    while (kept.size() > 2 && isStandfirst(kept.getFirst()) && isLead(kept.get(1))) {
      kept.remove(1);
    }
  }

  private boolean isTail(Block block) {
    return block.heading > 0
        || isOffer(block)
        || isDate(block)
        || isChange(block)
        || isFiling(block)
        || isAboutAuthor(block)
        || isBelowWall(block);
  }

  /// A row such as `Date modified: 2026-06-05` below the article.
  private static boolean isChange(Block block) {
    return isDateRow(block) && CHANGED.matcher(block.letters).find();
  }

  private static boolean isAboutAuthor(Block block) {
    return block.letters.startsWith("about the author ") && block.words <= MAX_NOTE;
  }

  /// What the notice of a paywall offers, below it in a part of its own.
  private boolean isBelowWall(Block block) {
    boolean short_ = block.words <= MAX_OFFER && block.index > 0;
    Block before = short_ ? blocks.get(block.index - 1) : block;
    return before != block
        && before.box.parent == block.box.parent
        && PageTerms.isWallNotice(before)
        && block.box.parent != kept.getFirst().box.parent;
  }

  /// `Tags: registry, land`, `Copyright Port News 2026`.
  private static boolean isFiling(Block block) {
    boolean tags =
        block.phrases.of(LinePhrases.Kind.TAGS) == LinePhrases.BEGINS
            && block.text.indexOf(':') > 0;
    boolean rights = block.letters.startsWith("copyright ") && block.digits >= 4;
    return !block.row && block.words <= MAX_FILING && (tags || rights);
  }

  private void cutLeads() {
    while (kept.size() > 1 && isLead(kept.getFirst())) {
      kept.removeFirst();
    }
  }

  private boolean isLead(Block block) {
    return isTitle(block)
        || isDate(block)
        || isTime(block)
        || isListedDate(block)
        || MetaLine.is(block)
        || isCredit(block);
  }

  private boolean isTitle(Block block) {
    return words.titles().contains(block.letters)
        || (block.heading == 1 && words.titleMatch(block.letters) > 0);
  }

  /// A line such as `Last updated: 6 October 2026` is a field of its own.
  private static boolean isDate(Block block) {
    boolean marked = Hint.DATE.in(block.inlineHints | block.box.hints) && block.digits > 0;
    boolean says =
        block.digits >= 4 && block.phrases.of(LinePhrases.Kind.DATE) == LinePhrases.BEGINS;
    return block.words <= MAX_DATE && !block.row && (says || marked);
  }

  /// A line that is a `time` element and nothing else.
  private boolean isTime(Block block) {
    return block.words <= MAX_DATE
        && times.stream()
            .filter(time -> time.block() == block.index)
            .anyMatch(time -> Texts.letters(time.element().text()).equals(block.letters));
  }

  /// A row of a list of what the page says of itself; adverts have rows of other kinds.
  private boolean isListedDate(Block block) {
    return isDateRow(block) && kept.stream().allMatch(other -> !other.row || isDateRow(other));
  }

  private static boolean isDateRow(Block block) {
    return block.row
        && block.digits >= 4
        && block.words <= MAX_DATE_ROW
        && block.phrases.of(LinePhrases.Kind.DATE) == LinePhrases.BEGINS;
  }

  /// Whether the block names who made a picture and says nothing else.
  static boolean isCredit(Block block) {
    return block.words <= MAX_CREDIT
        && block.heading == 0
        && block.phrases.of(LinePhrases.Kind.CREDIT) == LinePhrases.BEGINS
        && CREDIT.matcher(block.text).matches();
  }

  /// A standfirst in the header of the article, or a short one elsewhere.
  private boolean isTaken(Block first) {
    boolean named = Hint.STANDFIRST.in(first.box.hints | first.inlineHints);
    boolean header = named && Hint.HEADER.in(first.standing());
    return !first.row && (header || (first.words <= MAX_TAKEN && isStandfirst(first)));
  }

  /// Whether `first`, the first of the body, stands right after the title and is called a
  /// standfirst, or is word for word the page's description.
  boolean isStandfirst(Block first) {
    boolean named = Hint.STANDFIRST.in(first.inlineHints | first.box.hints);
    boolean described = words.descriptionMatch(first.letters) == 2;
    return !first.row && (named || described) && followsTitle(first);
  }

  private boolean followsTitle(Block first) {
    int from = Math.max(0, first.index - REACH);
    return blocks.subList(from, first.index).stream()
        .anyMatch(block -> block.heading == 1 || isTitle(block));
  }

  /// Comments in a part that no class names stand below a line such as `3 comments`.
  private void cutComments() {
    int before = 0;
    int next = kept.isEmpty() ? 0 : kept.getFirst().index;
    for (Block block : kept) {
      List<Block> lines = blocks.subList(Math.min(next, block.index), block.index + 1);
      int length = before;
      if (lines.stream().anyMatch(line -> isCommentsHead(line) && length >= demand(line))) {
        kept.removeIf(other -> other.index >= block.index);
        return;
      }
      before += block.text.length();
      next = block.index + 1;
    }
  }

  private static int demand(Block head) {
    return head.digits > 0 && head.heading > 0 ? MIN_COUNTED : MIN_COMMENTED;
  }

  private static boolean isCommentsHead(Block block) {
    if (block.words > 4 || block.phrases.of(LinePhrases.Kind.COMMENTS) == 0) {
      return false;
    }
    String named = COUNT.matcher(block.letters).replaceAll("");
    return HEADS.contains(named);
  }

  /// Offers of newsletters amid the article, in a part of their own under a heading.
  private void cutOffers() {
    for (Block heading : List.copyOf(kept)) {
      Box part = heading.box.up(1);
      boolean offer =
          heading.heading > 1
              && heading.index == part.first
              && part.end - part.first <= MAX_OFFER_LINES
              && heading.phrases.of(LinePhrases.Kind.NEWSLETTER) > 0;
      if (offer && !part.holds(kept.getFirst())) {
        kept.removeIf(part::holds);
      }
    }
  }

  /// An offer of a newsletter or of alerts, with which no article ends.
  private static boolean isOffer(Block block) {
    return block.words <= MAX_OFFER
        && block.phrases.of(LinePhrases.Kind.NEWSLETTER) >= LinePhrases.BEGINS;
  }
}

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

  /// Longest offer of a newsletter at the end, and longest credit of a picture, in words.
  private static final int MAX_OFFER = 30;

  private static final int MAX_CREDIT = 14;

  /// Longest standfirst that is taken out of a body, in words: longer ones carry what the article
  /// says nowhere else, and many of those who read such pages by hand count them to the body.
  private static final int MAX_TAKEN = 14;

  /// Blocks before the body among which its title stands.
  private static final int REACH = 6;

  /// Comments may follow a body of so many characters.
  private static final int MIN_COMMENTED = 500;

  /// `Photo: Ann Bee`, `Image credit: Pictures/Ann Bee`.
  private static final Pattern CREDIT = Pattern.compile("[^:]{4,24}: ?\\S.*", Pattern.DOTALL);

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
    while (!kept.isEmpty()
        && (kept.getLast().heading > 0 || isOffer(kept.getLast()) || isDate(kept.getLast()))) {
      kept.removeLast();
    }
    cutLeads();
    if (kept.size() > 2 && isTaken(kept.getFirst())) {
      kept.removeFirst();
      cutLeads();
    }
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

  /// The only row of a list of what the page says of itself; adverts have more.
  private boolean isListedDate(Block block) {
    return block.row
        && !kept.get(1).row
        && block.digits >= 4
        && block.words <= MAX_DATE
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
      if (before >= MIN_COMMENTED && lines.stream().anyMatch(Edges::isCommentsHead)) {
        kept.removeIf(other -> other.index >= block.index);
        return;
      }
      before += block.text.length();
      next = block.index + 1;
    }
  }

  private static boolean isCommentsHead(Block block) {
    if (block.words > 4 || block.phrases.of(LinePhrases.Kind.COMMENTS) == 0) {
      return false;
    }
    String named = COUNT.matcher(block.letters).replaceAll("");
    return HEADS.contains(named);
  }

  /// An offer of a newsletter or of alerts, with which no article ends.
  private static boolean isOffer(Block block) {
    return block.words <= MAX_OFFER
        && block.phrases.of(LinePhrases.Kind.NEWSLETTER) >= LinePhrases.BEGINS;
  }
}

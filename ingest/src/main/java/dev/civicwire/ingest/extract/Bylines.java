package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Reads the names of people in the bylines of a page: marked, by class, or plain lines.
final class Bylines {
  /// Longest text of a byline, in characters.
  static final int MAX_BYLINE = 160;

  /// Longest line of text that is read as a byline, in characters.
  private static final int MAX_LINE = 110;

  /// Bylines that are marked stand within so many blocks of the first one.
  private static final int CLUSTER = 4;

  /// Blocks before the body in which plain lines are looked at, and after its end.
  private static final int BEFORE = 10;

  private static final int AFTER = 4;

  private static final int FOREIGN =
      Hint.mask(Hint.COMMENTS, Hint.RELATED, Hint.NAV, Hint.TAGS, Hint.HIDDEN);

  /// A day before a byline in the same line: `24/09/2026 by Ann Bee`.
  private static final Pattern DATED =
      Pattern.compile(
          "^\\W*(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{L}{3,12},? \\d{4}"
              + "|\\p{L}{3,12}\\.? \\d{1,2}, \\d{4})\\W+(?=(?i:by|von|par|por|door) )");

  /// `Maritime Records Agency` is no Maritime Records.
  private static final Pattern AFTER_NAME = Pattern.compile("^ \\p{L}");

  private static final Pattern PART = Pattern.compile("\\s*[·•|,]\\s*|\\s[–—-]\\s");

  private final PageFacts facts;
  private final List<Block> blocks;
  private final AuthorNames reader;

  Bylines(PageFacts facts, Blocks blocks, AuthorNames reader) {
    this.facts = facts;
    this.blocks = blocks.list;
    this.reader = reader;
  }

  /// Elements near the body that are named or marked as bylines.
  List<Element> near(int bodyStart, int bodyEnd) {
    return facts.bylines.stream()
        .filter(placed -> isNear(placed, bodyStart, bodyEnd))
        .map(PageFacts.Placed::element)
        .toList();
  }

  private static boolean isNear(PageFacts.Placed placed, int bodyStart, int bodyEnd) {
    return placed.block() >= bodyStart - 40 && placed.block() <= bodyEnd + 6;
  }

  /// Elements that are marked as author by `rel` or `itemprop`, those of the first place alone:
  /// lists of other articles mark theirs too.
  List<String> marked(int bodyStart, int bodyEnd) {
    List<String> names = new ArrayList<>();
    int first = -1;
    for (PageFacts.Placed placed : facts.bylines) {
      Element element = placed.element();
      boolean marked =
          element.attr("rel").contains("author") || element.attr("itemprop").equals("author");
      boolean apart = first >= 0 && placed.block() > first + CLUSTER;
      if (marked && !apart && isNear(placed, bodyStart, bodyEnd)) {
        List<String> more = reader.people(text(placed), true);
        AuthorFinder.add(names, more);
        first = first < 0 && !more.isEmpty() ? placed.block() : first;
      }
    }
    return names;
  }

  /// Elements whose class says author or byline: the first that yields names, and what stands in
  /// the same line.
  List<String> classed(int bodyStart, int bodyEnd, boolean named) {
    List<String> found = new ArrayList<>();
    int line = -1;
    for (PageFacts.Placed placed : facts.bylines) {
      if (line >= 0 && placed.block() != line) {
        return found;
      }
      boolean asked = !named || Texts.lower(placed.element().className()).contains("name");
      if (asked && isNear(placed, bodyStart, bodyEnd)) {
        String classes = Texts.lower(placed.element().className());
        boolean trusted =
            classes.contains("author") && (classes.contains("name") || classes.contains("vcard"));
        AuthorFinder.add(found, reader.people(text(placed), trusted));
        line = found.isEmpty() ? line : placed.block();
      }
    }
    return found;
  }

  /// The text of a byline; of a longer one, such as a note about the author, its first line.
  private String text(PageFacts.Placed placed) {
    String text = Texts.upTo(placed.element(), MAX_BYLINE);
    boolean there = text.isEmpty() && placed.block() < blocks.size();
    String line = there ? blocks.get(placed.block()).text : "";
    return there && line.length() <= MAX_LINE && placed.element().hasText() ? line : text;
  }

  /// A short line before the body, at its begin or at its end that says `By …`.
  List<String> lines(int bodyStart, int bodyEnd) {
    List<String> names = led(bodyStart - BEFORE, bodyStart + 2);
    return names.isEmpty() ? led(bodyEnd - 2, bodyEnd + AFTER) : names;
  }

  private List<String> led(int from, int to) {
    for (Block block : window(from, to)) {
      String line = DATED.matcher(block.text).replaceFirst("");
      if (block.text.length() <= MAX_LINE && AuthorNames.hasLead(line)) {
        List<String> names = reader.people(line, false);
        if (!names.isEmpty() && names.size() <= 4) {
          return names;
        }
      }
    }
    return List.of();
  }

  /// A line before the body that is nothing but a name: next to a date, in its own line or in
  /// another, or linked, or said again below the article.
  List<String> lone(int bodyStart, int bodyEnd) {
    for (Block block : window(bodyStart - BEFORE, bodyStart + 2)) {
      List<String> before = block.digits > 0 && MetaLine.is(block) ? beforeDate(block) : List.of();
      if (!before.isEmpty()) {
        return before;
      }
      boolean short_ = block.heading == 0 && block.words <= 6 && block.digits == 0;
      if (!short_ || (block.standing() & FOREIGN) != 0) {
        continue;
      }
      List<String> names = reader.people(block.text, false);
      boolean personal =
          names.size() == 1
              && AuthorNames.isPersonal(names.getFirst())
              && !AFTER_NAME.matcher(block.text.replace(names.getFirst(), "")).find();
      if (personal && (isBesideDate(block) || isSaidAgain(names.getFirst(), bodyEnd))) {
        return names;
      }
    }
    return List.of();
  }

  /// `Kofi Lund · 12 January 2026` right below the title.
  private List<String> beforeDate(Block block) {
    boolean titled =
        window(block.index - 2, block.index).stream().anyMatch(before -> before.heading == 1);
    List<String> names =
        titled ? reader.people(PART.split(block.text, 2)[0], false) : List.<String>of();
    return names.size() == 1 && AuthorNames.isPersonal(names.getFirst()) ? names : List.of();
  }

  private boolean isBesideDate(Block block) {
    for (Block near : window(block.index - 2, block.index + 3)) {
      boolean dated = near != block && near.digits >= 5 && near.text.length() <= 60;
      if (dated || (near != block && near.digits > 0 && isReadingTime(near.text))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReadingTime(String text) {
    String lower = Texts.lower(text);
    return text.length() <= 40 && lower.contains("min") && lower.contains("read");
  }

  private boolean isSaidAgain(String name, int bodyEnd) {
    for (Block block : window(bodyEnd - 2, bodyEnd + 40)) {
      if (block.text.startsWith(name) && (block.standing() & FOREIGN) == 0) {
        return true;
      }
    }
    return false;
  }

  private List<Block> window(int from, int to) {
    int start = Math.clamp(from, 0, blocks.size());
    return blocks.subList(start, Math.clamp(to, start, blocks.size()));
  }
}

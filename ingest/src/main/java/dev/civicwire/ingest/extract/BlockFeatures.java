package dev.civicwire.ingest.extract;

import dev.civicwire.ingest.extract.LinePhrases.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the block model sees: one row of numbers a block.
final class BlockFeatures {
  /// Ancestors that are looked at for hints.
  private static final int REACH = 14;

  private static final Kind[] KINDS = Kind.values();

  private static final int HINTS = Hint.values().length;

  private static final int CONTEXT = 16;

  private static final int[] NEIGHBOURS = {-2, -1, 1, 2};

  static final int SIZE = 25 + LinePhrases.KINDS + HINTS + 14 + 24 + 30 + CONTEXT;

  private static final class Template {
    int count;
    int chars;
    int prose;
  }

  private final Blocks blocks;
  private final PageWords words;
  private final Box scored;
  private final Template[] templateOf;
  private final Map<String, Integer> repeats = new HashMap<>();
  private final int[] proseBefore;
  private final int[] lastProse;
  private final int[] nextProse;
  private final int firstHeading;
  private final int lastHeading;
  private final int[] headingOf;
  private final int[] proseRank;
  private final int[] proseSinceTitle;

  BlockFeatures(Blocks blocks, PageWords words, Box scored) {
    this.blocks = blocks;
    this.words = words;
    this.scored = scored;
    int size = blocks.list.size();
    Map<Integer, Template> templates = new HashMap<>();
    templateOf = new Template[size];
    proseBefore = new int[size + 1];
    lastProse = new int[size];
    nextProse = new int[size];
    headingOf = new int[size];
    proseRank = new int[size + 1];
    proseSinceTitle = new int[size];
    int heading = -1;
    int sinceTitle = 0;
    int first = -1;
    int last = -1;
    int prose = -100;
    for (Block block : blocks.list) {
      int at = block.index;
      repeats.merge(block.letters, 1, Integer::sum);
      Template template = templates.computeIfAbsent(block.box.template(), key -> new Template());
      templateOf[at] = template;
      template.count++;
      template.chars += block.text.length();
      template.prose += block.isProse() ? block.text.length() : 0;
      proseBefore[at + 1] = proseBefore[at] + (block.isProse() ? block.text.length() : 0);
      lastProse[at] = at - prose;
      prose = block.isProse() ? at : prose;
      headingOf[at] = heading;
      heading = block.heading > 1 ? at : heading;
      proseRank[at + 1] = proseRank[at] + (block.isProse() ? 1 : 0);
      proseSinceTitle[at] = sinceTitle;
      sinceTitle += block.isProse() ? 1 : 0;
      if (block.heading == 1 || (block.heading > 0 && words.titleMatch(block.letters) == 2)) {
        sinceTitle = 0;
        first = first < 0 ? at : first;
        last = at <= scored.first + 3 ? at : last;
      }
    }
    prose = size + 100;
    for (int at = size - 1; at >= 0; at--) {
      nextProse[at] = prose - at;
      prose = blocks.list.get(at).isProse() ? at : prose;
    }
    firstHeading = first;
    lastHeading = last < 0 ? first : last;
  }

  /// Writes the features of one block to `cells`, which are as many as [#SIZE].
  void read(Block block, float[] cells) {
    Arrays.fill(cells, 0);
    Row row = new Row(cells);
    own(row, block);
    phrases(row, block);
    hints(row, block);
    ancestors(row, block);
    place(row, block);
    neighbours(row, block);
    context(row, block);
  }

  private static final class Row {
    final float[] cells;
    int at;

    Row(float[] cells) {
      this.cells = cells;
    }

    void add(double value) {
      cells[at++] = (float) value;
    }

    void add(boolean value) {
      cells[at++] = value ? 1 : 0;
    }
  }

  private static double log(double count) {
    return Math.log1p(count);
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  private void own(Row row, Block block) {
    String text = block.text;
    int length = text.length();
    row.add(length);
    row.add(block.words);
    row.add(block.sentences);
    row.add(share(block.commas, block.words));
    row.add(block.linkDensity());
    row.add(block.links);
    row.add(share(block.boldChars, length));
    row.add(share(block.italicChars, length));
    row.add(share(block.digits, length));
    row.add(share(block.capitals, block.words));
    row.add(block.heading);
    row.add(block.images);
    row.add(block.row);
    char last = text.charAt(length - 1);
    row.add(last == '.' || last == '!' || last == '?' || last == '。' || last == '”' || last == '"');
    row.add(last == ':');
    row.add(Character.isLowerCase(text.charAt(0)));
    row.add(text.indexOf('©') >= 0 || text.contains("(c)"));
    row.add(text.indexOf('@') >= 0);
    row.add(text.contains("http") || text.contains("www."));
    row.add(text.indexOf('|') >= 0);
    row.add(share(length, block.words));
    row.add(repeats.getOrDefault(block.letters, 1));
    row.add(words.titleMatch(block.letters));
    row.add(words.descriptionMatch(block.letters));
    row.add(words.bodyMatch(block.letters));
  }

  private void phrases(Row row, Block block) {
    LinePhrases.Match match = block.phrases;
    for (Kind kind : KINDS) {
      row.add(match.of(kind));
    }
  }

  /// How far above the block each hint is: 0 none, then the nearer the higher.
  private static void hints(Row row, Block block) {
    int base = row.at;
    int seen = 0;
    Box box = block.box;
    seen |= set(row, base, block.inlineHints, seen, REACH + 2);
    for (int level = 0; level < REACH && box != null; level++) {
      seen |= set(row, base, box.hints, seen, REACH + 1 - level);
      box = box.parent;
    }
    row.at = base + HINTS;
  }

  private static int set(Row row, int base, int mask, int seen, int nearness) {
    int fresh = mask & ~seen;
    while (fresh != 0) {
      int bit = Integer.numberOfTrailingZeros(fresh);
      row.cells[base + bit] = nearness;
      fresh &= fresh - 1;
    }
    return mask;
  }

  private static void ancestors(Row row, Block block) {
    int list = 0;
    int table = 0;
    int quote = 0;
    int figure = 0;
    int article = 0;
    int section = 0;
    int main = 0;
    int item = 0;
    for (Box box = block.box; box != null; box = box.parent) {
      switch (box.tag) {
        case "ul", "ol", "dl" -> list++;
        case "li", "dd", "dt" -> item++;
        case "table" -> table++;
        case "blockquote" -> quote++;
        case "figure" -> figure++;
        case "article" -> article++;
        case "section" -> section++;
        case "main" -> main++;
        default -> {}
      }
    }
    String tag = block.box.tag;
    row.add(tag.equals("p"));
    row.add(tag.equals("div"));
    row.add(tag.equals("li"));
    row.add(block.box.depth);
    row.add(list);
    row.add(table);
    row.add(quote);
    row.add(figure);
    row.add(article);
    row.add(section);
    row.add(main);
    row.add(item);
    row.add(Integer.bitCount(block.standing() & Hint.FOREIGN));
    row.add(Integer.bitCount(block.standing() & Hint.FURNITURE));
  }

  private void place(Row row, Block block) {
    int at = block.index;
    int size = blocks.list.size();
    int prose = proseBefore[size];
    row.add(share(at, size));
    row.add(share(proseBefore[at], prose));
    row.add(at - firstHeading);
    row.add(at - lastHeading);
    row.add(scored.holds(block));
    row.add(at - scored.first);
    row.add(scored.end - at);
    row.add(block.box.depth - scored.depth);
    row.add(rise(block));
    row.add(share(scored.prose, prose));
    row.add(block.box.articles - scored.articles);
    row.add(proseBefore[at] - proseBefore[Math.min(at, scored.first)]);
    row.add(Math.max(0, proseBefore[scored.end] - proseBefore[Math.min(at, scored.end)]));
    box(row, block.box, prose);
    box(row, block.box.up(1), prose);
    Box high = block.box.up(3);
    row.add(share(high.prose, prose));
    row.add(high.linkDensity());
    Template template = templateOf[at];
    row.add(template.count);
    row.add(share(template.prose, prose));
    row.add(share(template.chars, template.count));
  }

  /// Levels from the block up to the first box that holds the scored one or is held by it.
  private int rise(Block block) {
    int levels = 0;
    for (Box box = block.box; box != null; box = box.parent) {
      if (box == scored || (box.first <= scored.first && box.end >= scored.end)) {
        return levels;
      }
      levels++;
    }
    return levels;
  }

  private static void box(Row row, Box box, int prose) {
    row.add(share(box.prose, prose));
    row.add(box.linkDensity());
    row.add(box.end - box.first);
  }

  private void neighbours(Row row, Block block) {
    int at = block.index;
    for (int step : NEIGHBOURS) {
      int other = at + step;
      boolean there = other >= 0 && other < blocks.list.size();
      Block neighbour = there ? blocks.list.get(other) : block;
      row.add(there ? neighbour.words : -1);
      row.add(there ? neighbour.linkDensity() : -1);
      row.add(there ? neighbour.heading : -1);
      row.add(there && templateOf[other] == templateOf[at]);
      row.add(there ? neighbour.sentences : -1);
    }
    row.add(lastProse[at]);
    row.add(nextProse[at]);
    row.add(log(proseBefore[at] - proseBefore[Math.max(0, at - 10)]));
    row.add(log(proseBefore[Math.min(proseBefore.length - 1, at + 11)] - proseBefore[at + 1]));
    Block before = blocks.list.get(Math.max(0, at - 1));
    Block after = blocks.list.get(Math.min(blocks.list.size() - 1, at + 1));
    row.add(before.linkDensity() > 0.5 && after.linkDensity() > 0.5);
    row.add(before.box.parent == block.box.parent);
    row.add(after.box.parent == block.box.parent);
    row.add(Integer.bitCount(before.standing() & Hint.FOREIGN));
    row.add(Integer.bitCount(after.standing() & Hint.FOREIGN));
    row.add(before.images + block.images);
  }

  /// The section that the block is in, and what kind of page it is on.
  private void context(Row row, Block block) {
    int at = block.index;
    int heading = headingOf[at];
    row.add(heading < 0 ? -1 : at - heading);
    row.add(heading < 0 ? 0 : blocks.list.get(heading).heading);
    LinePhrases.Match kinds =
        heading < 0 ? LinePhrases.Match.NONE : blocks.list.get(heading).phrases;
    row.add(Math.max(kinds.of(Kind.RELATED), kinds.of(Kind.COMMENTS)));
    row.add(Math.max(kinds.of(Kind.BYLINE), kinds.of(Kind.COPYRIGHT)));
    row.add(
        Math.max(
            Math.max(kinds.of(Kind.NEWSLETTER), kinds.of(Kind.TAGS)),
            Math.max(kinds.of(Kind.PAYWALL), kinds.of(Kind.SHARE))));
    row.add(proseSinceTitle[at]);
    int inScored = proseRank[at] - proseRank[Math.min(at, scored.first)];
    row.add(scored.holds(block) ? inScored : -1);
    int end = scored.end;
    row.add(scored.holds(block) ? proseRank[end] - proseRank[Math.min(at + 1, end)] : -1);
    row.add(sameAsNextProse(at, 1));
    row.add(sameAsNextProse(at, -1));
    row.add(blocks.page().prose);
    row.add(blocks.list.size());
    row.add(words.isArticle());
    row.add(block.box.children);
    row.add(block.box.end - at);
    row.add(block.box.parent == null ? 0 : block.box.parent.end - at);
  }

  /// 1 where the next prose in direction `step` has the same template, 0 where not, -1 where none.
  private int sameAsNextProse(int at, int step) {
    int distance = step > 0 ? nextProse[at] : lastProse[at];
    int other = at + step * distance;
    if (other < 0 || other >= blocks.list.size()) {
      return -1;
    }
    return templateOf[other] == templateOf[at] ? 1 : 0;
  }

  /// The blocks that the rows are of.
  List<Block> list() {
    return blocks.list;
  }
}

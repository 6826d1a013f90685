package dev.civicwire.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// Flattens a document into blocks in one walk that does not recurse.
final class BlockReader implements NodeFilter {
  /// Cells of a row are joined up to this many nodes; larger rows are layout.
  private static final int MAX_ROW_NODES = 150;

  private static final int MAX_CELL_CHARS = 400;

  /// Cells with more line breaks than this on average hold paragraphs.
  private static final int MAX_BREAKS = 1;

  /// Blocks after so many are left out: no article has as many.
  private static final int MAX_BLOCKS = 40_000;

  private final PageFacts facts;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final Deque<Integer> spanStarts = new ArrayDeque<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final Inline inline = new Inline();
  private Box box = new Box(0, null, "#root", "", 0, 0, 0);
  private int heading;
  private int preformatted;
  private int rowDepth;
  private int articles;
  private int links;
  private int bold;
  private int italic;
  private boolean inHead;

  private BlockReader(PageFacts facts) {
    this.facts = facts;
    boxes.add(box);
  }

  /// The blocks and boxes of `document`; what it declares of itself goes to `facts`.
  static Blocks read(Document document, PageFacts facts) {
    BlockReader reader = new BlockReader(facts);
    NodeTraversor.filter(reader, document);
    reader.flush();
    for (Box open = reader.box; open != null; open = open.parent) {
      open.end = reader.blocks.size();
    }
    return new Blocks(reader.blocks, reader.boxes);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (blocks.size() >= MAX_BLOCKS) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode text) {
      if (!inHead) {
        read(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      return open(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult open(Element element) {
    String tag = element.normalName();
    if (inHead || tag.equals("head")) {
      inHead = true;
      facts.seeHead(element);
      return FilterResult.CONTINUE;
    }
    if (tag.equals("br")) {
      breakLine();
      return FilterResult.CONTINUE;
    }
    int hints = Markup.hints(element, known);
    facts.see(element, hints, blocks.size());
    if (Markup.isUnread(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (Markup.isInline(tag)) {
      openInline(tag, hints);
    } else {
      openBlock(element, tag, hints);
    }
    return FilterResult.CONTINUE;
  }

  private void openInline(String tag, int hints) {
    spanStarts.push(hints == 0 ? -1 : inline.length());
    spanStarts.push(hints);
    switch (tag) {
      case "a" -> {
        links++;
        inline.links++;
      }
      case "b", "strong" -> bold++;
      case "i", "em" -> italic++;
      case "img", "picture", "amp-img" -> inline.images++;
      default -> {}
    }
  }

  private void openBlock(Element element, String tag, int hints) {
    if (rowDepth > 0) {
      rowDepth++;
      inline.separate(isCell(tag) ? cellSeparator() : " ");
    } else {
      flush();
      rowDepth = tag.equals("tr") && isDataRow(element) ? 1 : 0;
    }
    articles += tag.equals("article") ? 1 : 0;
    box = new Box(boxes.size(), box, tag, element.className(), hints, articles, blocks.size());
    boxes.add(box);
    if (heading == 0) {
      heading = Markup.headingLevel(tag);
    }
    preformatted += tag.equals("pre") ? 1 : 0;
  }

  private static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  /// A label keeps its value: `Salary: £45,000`; further cells follow a bar.
  private String cellSeparator() {
    if (inline.last() == ':' || inline.length() == 0) {
      return " ";
    }
    return inline.cells++ == 0 ? ": " : " | ";
  }

  private void close(Element element) {
    String tag = element.normalName();
    if (inHead) {
      inHead = !tag.equals("head");
      return;
    }
    if (tag.equals("br")) {
      return;
    }
    if (Markup.isInline(tag)) {
      closeInline(tag);
      return;
    }
    if (rowDepth > 1) {
      rowDepth--;
    } else {
      flush();
      rowDepth = 0;
    }
    preformatted -= tag.equals("pre") ? 1 : 0;
    if (Markup.headingLevel(tag) > 0 && Markup.headingLevel(tag) == heading) {
      heading = 0;
    }
    box.end = blocks.size();
    Box parent = box.parent;
    if (parent != null) {
      parent.children++;
      box = parent;
    }
  }

  private void closeInline(String tag) {
    switch (tag) {
      case "a" -> links--;
      case "b", "strong" -> bold--;
      case "i", "em" -> italic--;
      default -> {}
    }
    int hints = spanStarts.pop();
    int start = spanStarts.pop();
    if (hints != 0 && start >= 0 && start <= inline.length()) {
      inline.span(hints, start);
    }
  }

  private void breakLine() {
    if (rowDepth > 0) {
      inline.separate(" ");
    } else if (inline.endsInBreak()) {
      flush();
    } else {
      inline.lineBreak();
    }
  }

  private void read(String raw) {
    int added = preformatted > 0 ? inline.appendPreformatted(raw) : inline.append(raw);
    inline.linkChars += links > 0 ? added : 0;
    inline.boldChars += bold > 0 ? added : 0;
    inline.italicChars += italic > 0 ? added : 0;
  }

  private void flush() {
    String text = inline.text();
    if (text.isEmpty()) {
      int images = inline.images;
      inline.clear();
      inline.images = images;
      return;
    }
    boolean joins = !blocks.isEmpty() && heading == 0 && Labels.joins(blocks.getLast(), box, text);
    if (joins) {
      Block label = blocks.removeLast();
      text = Labels.join(label.text, text);
      blocks.add(new Block(blocks.size(), label.box, text, 0, true, inline));
    } else {
      blocks.add(new Block(blocks.size(), box, text, heading, rowDepth > 0, inline));
    }
    inline.clear();
  }

  /// Two to twelve small cells without blocks of prose in them.
  private static boolean isDataRow(Element row) {
    int cells = 0;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      cells += isCell(cell.normalName()) ? 1 : 0;
      if (cells > 12) {
        return false;
      }
    }
    if (cells < 2) {
      return false;
    }
    int nodes = 0;
    int chars = 0;
    int breaks = 0;
    for (Node at = row.firstChild(); at != null; ) {
      if (++nodes > MAX_ROW_NODES || (at instanceof Element e && isLayout(e.normalName()))) {
        return false;
      }
      breaks += at instanceof Element e && e.normalName().equals("br") ? 1 : 0;
      chars += at instanceof TextNode t ? t.getWholeText().strip().length() : 0;
      if (chars > MAX_CELL_CHARS * cells || breaks > MAX_BREAKS * cells) {
        return false;
      }
      at = Markup.next(at, row);
    }
    return true;
  }

  private static boolean isLayout(String tag) {
    return switch (tag) {
      case "table", "h1", "h2", "h3", "form", "article", "section", "script", "iframe" -> true;
      default -> false;
    };
  }
}

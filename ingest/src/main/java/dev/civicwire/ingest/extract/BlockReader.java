package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Flattens a document into blocks in one walk. It recurses as deep as the document is, which the
/// parser limits ([ParsedPage]).
final class BlockReader {
  /// Cells of a row are joined up to this many nodes; larger rows are layout.
  private static final int MAX_ROW_NODES = 150;

  private static final int MAX_CELL_CHARS = 400;

  /// Cells with more line breaks than this on average hold paragraphs.
  private static final int MAX_BREAKS = 1;

  /// Blocks after so many are left out: no article has as many.
  static final int MAX_BLOCKS = 40_000;

  private final PageFacts facts;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final Marks marks = new Marks();
  private final Inline inline = new Inline();
  private Box box = new Box(0, null, "#root", "", 0, 0, 0);
  private int heading;
  private int preformatted;
  private int rowDepth;
  private int articles;
  private int links;
  private int bold;
  private int italic;

  /// Where an inline element ended that all of the block's text stands in; else -1.
  private int labelEnd = -1;

  /// Whether the block is a label and its value in two elements.
  private boolean paired;

  /// Labels of the columns of the row that is being read, where a row above it names them, and how
  /// many of its cells were read.
  private List<String> columns = List.of();

  private int column;

  private BlockReader(PageFacts facts) {
    this.facts = facts;
    boxes.add(box);
  }

  /// The blocks and boxes of `document`; what it declares of itself goes to `facts`.
  static Blocks read(Document document, PageFacts facts) {
    BlockReader reader = new BlockReader(facts);
    reader.read(document);
    reader.flush();
    for (Box open = reader.box; open != null; open = open.parent) {
      open.end = reader.blocks.size();
    }
    return new Blocks(reader.blocks, reader.boxes);
  }

  private boolean isFull() {
    return blocks.size() >= MAX_BLOCKS;
  }

  private void read(Element element) {
    ElementKind kind = ElementKind.of(element.normalName());
    if (kind.flow() == ElementKind.Flow.HEAD) {
      readHead(element);
      return;
    }
    if (kind.flow() == ElementKind.Flow.BREAK) {
      breakLine();
      return;
    }
    marks.read(element);
    int hints = kind.hints() | marks.hints;
    facts.see(element, marks, hints, blocks.size());
    switch (kind.flow()) {
      case INLINE -> readInline(element, kind, hints);
      case BLOCK -> readBlock(element, kind, hints);
      case UNREAD -> readHeadingButton(element);
      case HEAD, BREAK -> {}
    }
  }

  /// The button that is an accordion's heading; one that follows the words of a heading is none.
  private void readHeadingButton(Element element) {
    if (heading > 0 && inline.length() == 0 && element.normalName().equals("button")) {
      readInside(element);
    }
  }

  private void readHead(Element head) {
    for (Node at = head; at != null; at = Markup.next(at, head)) {
      if (at instanceof Element element) {
        facts.seeHead(element);
      }
    }
  }

  private void readInside(Element element) {
    int size = element.childNodeSize();
    for (int at = 0; at < size && !isFull(); at++) {
      Node child = element.childNode(at);
      if (child instanceof Element inner) {
        read(inner);
      } else if (child instanceof TextNode text) {
        read(text.getWholeText());
      }
    }
  }

  private void readInline(Element element, ElementKind kind, int hints) {
    if (labelEnd > 0 && rowDepth == 0) {
      separateLabel(element);
    }
    if (Hint.CAPTION.in(hints) && inline.last() != ' ') {
      inline.append(" ");
    }
    int start = inline.length();
    count(kind.form(), 1);
    readInside(element);
    count(kind.form(), -1);
    if (hints != 0 && start <= inline.length()) {
      inline.span(hints, start);
    }
    boolean whole = start == 0 && inline.length() <= Labels.MAX_LABEL;
    labelEnd = whole && kind.form() != ElementKind.Form.LINK ? inline.length() : -1;
  }

  private void count(ElementKind.Form form, int step) {
    switch (form) {
      case LINK -> {
        links += step;
        inline.links += step > 0 ? 1 : 0;
      }
      case BOLD -> bold += step;
      case ITALIC -> italic += step;
      case IMAGE -> inline.images += step > 0 ? 1 : 0;
      case PLAIN, CELL, ROW, ARTICLE, PREFORMATTED -> {}
    }
  }

  private void readBlock(Element element, ElementKind kind, int hints) {
    if (kind.form() == ElementKind.Form.ROW && HeadedTable.isHead(element)) {
      return;
    }
    int outer = heading;
    openBlock(element, kind, hints);
    readInside(element);
    if (!isFull()) {
      closeBlock(kind);
    }
    heading = outer;
  }

  private void openBlock(Element element, ElementKind kind, int hints) {
    if (rowDepth > 0) {
      rowDepth++;
      inline.separate(kind.form() == ElementKind.Form.CELL ? cellSeparator(element) : " ");
      if (kind.form() == ElementKind.Form.CELL && rowDepth == 2 && column < columns.size()) {
        inline.append(columns.get(column++));
      }
    } else {
      flush();
      boolean row = kind.form() == ElementKind.Form.ROW && isDataRow(element);
      rowDepth = row ? 1 : 0;
      columns = row ? HeadedTable.columns(element) : List.of();
      column = 0;
    }
    articles += kind.form() == ElementKind.Form.ARTICLE ? 1 : 0;
    String tag = element.normalName();
    box = new Box(boxes.size(), box, tag, marks.className, hints, articles, blocks.size());
    boxes.add(box);
    if (heading == 0) {
      heading = kind.heading() > 0 ? kind.heading() : marks.heading();
    }
    preformatted += kind.form() == ElementKind.Form.PREFORMATTED ? 1 : 0;
  }

  /// A label keeps its value: `Salary: £45,000`; further cells follow a bar.
  private String cellSeparator(Element cell) {
    if (inline.length() == 0) {
      return " ";
    }
    if (inline.cells % 2 == 1 && columns.isEmpty() && isFurtherLabel(cell)) {
      inline.cells = 0;
      return "\n";
    }
    boolean labelled = inline.cells == 0 && inline.endsInColon();
    if (inline.last() == ':' || labelled) {
      inline.cells++;
      return " ";
    }
    if (!columns.isEmpty()) {
      return " | ";
    }
    return inline.cells++ == 0 ? ": " : " | ";
  }

  /// Whether another pair begins in the row: `Salary | £45,000 | Grade | PO6`.
  private static boolean isFurtherLabel(Element cell) {
    Element before = cell.previousElementSibling();
    boolean head = cell.normalName().equals("th");
    return cell.nextElementSibling() != null
        && before != null
        && !before.normalName().equals("th")
        && (head || Labels.isLabel(Texts.upTo(cell, Labels.MAX_LABEL)));
  }

  private void closeBlock(ElementKind kind) {
    if (rowDepth > 1) {
      rowDepth--;
    } else {
      flush();
      rowDepth = 0;
    }
    preformatted -= kind.form() == ElementKind.Form.PREFORMATTED ? 1 : 0;
    box.end = blocks.size();
    if (blocks.size() - box.first > 1 && isList(box.tag)) {
      new ParallelLists(blocks, boxes).pair(box);
    }
    Box parent = box.parent;
    if (parent != null) {
      parent.children++;
      box = parent;
    }
  }

  private static boolean isList(String tag) {
    return tag.equals("ul") || tag.equals("ol") || tag.equals("div");
  }

  /// `<span>Salary</span><span>£45,000</span>` is a label and its value; of two such elements that
  /// are all of a block, what is no known label is one below another pair.
  private void separateLabel(Element value) {
    int gap = inline.length() - labelEnd;
    boolean next = gap == 0 || (gap == 1 && inline.last() == ' ');
    boolean two = next && isSecondOfTwo(value);
    if (next && Labels.isLabel(inline.text())) {
      paired = two && Labels.isOfAdverts(Texts.letters(inline.text()));
      inline.separate(inline.endsInColon() ? " " : ": ");
    } else if (two && gap == 0 && isApart(value)) {
      paired = !blocks.isEmpty() && blocks.getLast().row && blocks.getLast().isBeside(box);
      inline.separate(paired && !inline.endsInColon() ? ": " : " ");
    }
    labelEnd = -1;
  }

  /// Whether `raw` goes on after a label that is set apart: `<b>Salary</b> £45,000`.
  private boolean isValueOf(String raw) {
    String value = raw.stripLeading();
    return !value.isEmpty()
        && value.length() < raw.length()
        && inline.length() == labelEnd
        && (Character.isUpperCase(value.charAt(0))
            || Character.isDigit(value.charAt(0))
            || "£$€".indexOf(value.charAt(0)) >= 0)
        && Labels.isLabel(inline.text())
        && !inline.endsInColon();
  }

  private static boolean isSecondOfTwo(Element element) {
    Element whole = element.parent();
    return whole != null && whole.childrenSize() == 2 && element.nextElementSibling() == null;
  }

  /// Whether what stands before ends like a label, and `value` begins like a value: no word goes on
  /// from one to the other.
  private boolean isApart(Element value) {
    String begin = Texts.upTo(value, MAX_CELL_CHARS);
    return inline.text().length() > 3
        && Character.isLetter(inline.last())
        && !begin.isEmpty()
        && !Character.isLowerCase(begin.charAt(0))
        && (Character.isLetterOrDigit(begin.charAt(0)) || "£$€".indexOf(begin.charAt(0)) >= 0);
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
    if (labelEnd > 0 && rowDepth == 0 && isValueOf(raw)) {
      inline.separate(": ");
    }
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
      paired = false;
      return;
    }
    boolean joins = heading == 0 && Labels.joins(blocks, box, text);
    boolean continues = !blocks.isEmpty() && Labels.continues(blocks.getLast(), box, text);
    if (joins || continues) {
      Block label = blocks.removeLast();
      text = continues ? label.text + "; " + text : Labels.join(label.text, text);
      blocks.add(new Block(blocks.size(), label.box, text, 0, true, inline));
    } else {
      blocks.add(new Block(blocks.size(), box, text, heading, rowDepth > 0 || paired, inline));
    }
    paired = false;
    inline.clear();
  }

  /// Two to twelve small cells without blocks of prose in them.
  private static boolean isDataRow(Element row) {
    int cells = 0;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      cells += ElementKind.of(cell.normalName()).form() == ElementKind.Form.CELL ? 1 : 0;
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

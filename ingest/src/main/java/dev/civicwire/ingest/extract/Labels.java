package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Labels whose value stands beside or below them: `Salary` above `£45,000`; rows of `labels.tsv`.
final class Labels {
  /// Longest value that is joined to its label, in characters.
  private static final int MAX_VALUE = 160;

  static final int MAX_LABEL = 60;

  /// A value stands in its `dd`, in a paragraph of it, or in a point of a list in it.
  private static final int VALUE_DEPTH = 2;

  private static final List<String[]> ROWS = Rows.of("labels.tsv");
  private static final Set<String> KNOWN =
      ROWS.stream().map(row -> Texts.letters(row[0])).collect(Collectors.toUnmodifiableSet());

  /// Begins of labels that go on with other words: `Deadline for CVs`.
  private static final List<String> OPEN =
      marked("open").stream().map(label -> label + " ").toList();

  private static final int MAX_OPEN = 40;

  private static final Set<String> OF_ADVERTS = marked("advert");
  private static final Set<String> OF_DEADLINES = marked("deadline");

  private Labels() {}

  private static Set<String> marked(String mark) {
    return ROWS.stream()
        .filter(row -> row.length > 1 && List.of(row[1].split(" ")).contains(mark))
        .map(row -> Texts.letters(row[0]))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isKnown(String letters) {
    return KNOWN.contains(letters) || isOpen(letters);
  }

  private static boolean isOpen(String letters) {
    return letters.length() <= MAX_OPEN && OPEN.stream().anyMatch(letters::startsWith);
  }

  /// Whether the block is a known label whose value is not beside it.
  static boolean isLone(Block block) {
    return !block.row && block.text.length() <= MAX_LABEL && isKnown(block.letters);
  }

  /// Whether `text` is short enough for a value and is no label.
  static boolean isValue(String text) {
    return text.length() <= MAX_VALUE && !isKnown(Texts.letters(text));
  }

  /// Whether `value` in `box` is one more of the values of the block before it, a pair already.
  static boolean continues(Block pair, Box box, String value) {
    Box list = pair.box.parent;
    boolean more = box.upTo("dd", VALUE_DEPTH).filter(dd -> dd.parent == list).isPresent();
    return pair.row
        && more
        && isPair(pair.text)
        && pair.box.tag.equals("dt")
        && value.length() <= MAX_VALUE
        && pair.text.length() <= 2 * MAX_VALUE;
  }

  /// Whether `value` in `box` is the value of the last block.
  static boolean joins(List<Block> blocks, Box box, String value) {
    if (blocks.isEmpty()) {
      return false;
    }
    Block label = blocks.getLast();
    boolean column = blocks.size() > 1 && isLone(blocks.get(blocks.size() - 2)) && isLone(label);
    boolean inColumn = column && blocks.get(blocks.size() - 2).box.parent == label.box.parent;
    return !(inColumn && label.box.parent != box.parent) && joins(label, box, value);
  }

  private static boolean joins(Block label, Box box, String value) {
    if (label.row || label.text.length() > MAX_LABEL || value.length() > MAX_VALUE) {
      return false;
    }
    if (label.box.tag.equals("dt")) {
      return box.upTo("dd", VALUE_DEPTH).isPresent();
    }
    boolean near = label.box.parent == box.parent || label.box.up(2) == box.up(2);
    boolean labelled = label.heading != 1 && label.heading != 2 && isKnown(label.letters);
    return near && labelled && !isKnown(Texts.letters(value));
  }

  /// Whether `text` is a known label and nothing else.
  static boolean isLabel(String text) {
    return text.length() <= MAX_LABEL && isKnown(Texts.letters(text));
  }

  /// Whether `line` is a known label and its value.
  static boolean isPair(String line) {
    return of(line).isPresent();
  }

  /// The known label, as letters, of a line `Label: value`.
  static Optional<String> of(String line) {
    int colon = line.indexOf(": ");
    if (colon <= 0 || colon > MAX_LABEL) {
      return Optional.empty();
    }
    return Optional.of(Texts.letters(line.substring(0, colon))).filter(Labels::isKnown);
  }

  /// Whether only adverts of posts have this label.
  static boolean isOfAdverts(String label) {
    return OF_ADVERTS.contains(label) || isOpen(label);
  }

  /// Whether a line of these letters says until when something can be done or when it begins.
  static boolean isDeadline(String letters) {
    return OF_DEADLINES.stream()
        .anyMatch(words -> letters.contains(words) && (" " + letters + " ").contains(" " + words));
  }

  /// Label and value in one line.
  static String join(String label, String value) {
    return (label.endsWith(":") || label.endsWith("?") ? label + " " : label + ": ")
        + value.replace('\n', ' ');
  }
}

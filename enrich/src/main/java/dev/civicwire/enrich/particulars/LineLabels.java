package dev.civicwire.enrich.particulars;

import dev.civicwire.enrich.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the labels of single lines: at the start, and further on where a scraper has run several
/// labelled values together.
final class LineLabels {
  /// A longer run without a mark between label and value is no label.
  private static final int MAX_LABEL = 45;

  /// Words of a label in the middle of a line.
  private static final int MAX_WORDS = 6;

  /// Labels of one line that are looked for.
  private static final int MAX_INNER = 12;

  private final LabelLexicon labels;
  private final String normal;

  LineLabels(LabelLexicon labels, String normal) {
    this.labels = labels;
    this.normal = normal;
  }

  /// A label and the place of its value in its line, which is empty where the value stands below.
  ///
  /// @param item what the label is for
  /// @param start offset of the label
  /// @param value offset of the value
  /// @param end offset after the value
  record Labelled(Item item, int start, int value, int end) {}

  /// The labels of `line`, in text order.
  List<Labelled> of(Line line) {
    List<Labelled> found = new ArrayList<>();
    first(line).ifPresent(found::add);
    inner(line, found);
    return found;
  }

  private Optional<Labelled> first(Line line) {
    int limit = Math.min(line.end(), line.start() + MAX_LABEL);
    for (int i = line.start(); i < limit; i++) {
      int gap = gap(i, line.end());
      if (gap > 0) {
        Optional<Item> item = labels.of(normal.substring(line.start(), i));
        if (item.isPresent()) {
          return Optional.of(labelled(item.get(), line.start(), i + gap, line.end()));
        }
        if (normal.charAt(i) == ':') {
          return Optional.empty();
        }
      }
    }
    return line.end() - line.start() <= MAX_LABEL
        ? labels
            .of(normal.substring(line.start(), line.end()))
            .map(item -> new Labelled(item, line.start(), line.end(), line.end()))
        : Optional.empty();
  }

  private Labelled labelled(Item item, int start, int value, int end) {
    return new Labelled(item, start, skip(value, end), end);
  }

  /// Adds the labels before a colon or in a cell of a row, and ends the value before each.
  private void inner(Line line, List<Labelled> found) {
    int from = found.isEmpty() ? line.start() : found.getFirst().value();
    for (int i = from; i < line.end() && found.size() < MAX_INNER; i++) {
      char c = normal.charAt(i);
      if (c == ':' || c == '|') {
        Optional<Labelled> label = before(i, from, line.end());
        if (label.isPresent()) {
          close(found, label.get().start());
          found.add(label.get());
          from = i + 1;
        } else if (c == '|') {
          from = i + 1;
        }
      }
    }
  }

  private static void close(List<Labelled> found, int end) {
    if (!found.isEmpty()) {
      Labelled last = found.removeLast();
      found.add(new Labelled(last.item(), last.start(), Math.min(last.value(), end), end));
    }
  }

  /// The label of the most words that ends at the mark at `mark`.
  private Optional<Labelled> before(int mark, int from, int lineEnd) {
    Optional<Labelled> longest = Optional.empty();
    int start = mark;
    for (int words = 0; words < MAX_WORDS && start > from && mark - start <= MAX_LABEL; words++) {
      start = wordStart(start, from);
      boolean whole = normal.charAt(mark) == ':' || start == from || startsCell(start);
      boolean capital = whole && start < mark && Character.isUpperCase(normal.charAt(start));
      Optional<Item> item = capital ? labels.of(normal.substring(start, mark)) : Optional.empty();
      if (item.isPresent()) {
        longest = Optional.of(labelled(item.get(), start, mark + 1, lineEnd));
      }
    }
    return longest;
  }

  /// True where the last mark before `start` is that of a row's cell.
  private boolean startsCell(int start) {
    int i = start - 1;
    while (i > 0 && normal.charAt(i) == ' ') {
      i--;
    }
    return i >= 0 && normal.charAt(i) == '|';
  }

  /// The start of the word before `offset`, not before `from`.
  private int wordStart(int offset, int from) {
    int i = offset;
    while (i > from && normal.charAt(i - 1) == ' ') {
      i--;
    }
    while (i > from && normal.charAt(i - 1) != ' ') {
      i--;
    }
    return i;
  }

  /// How many characters of a mark stand between a label and its value at `i`; 0 where none.
  private int gap(int i, int end) {
    char c = normal.charAt(i);
    char next = i + 1 < end ? normal.charAt(i + 1) : ' ';
    if ((c == '?' && next == ' ') || c == ':' || c == '|') {
      return 1;
    }
    if (c != ' ') {
      return 0;
    }
    boolean dash = next == '-' && i + 2 < end && normal.charAt(i + 2) == ' ';
    boolean figure = isSign(next) || Character.isDigit(next);
    return next == ' ' || dash ? 2 : figure ? 1 : 0;
  }

  private int skip(int from, int end) {
    int at = from;
    while (at < end
        && !Character.isLetterOrDigit(normal.charAt(at))
        && !isSign(normal.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}

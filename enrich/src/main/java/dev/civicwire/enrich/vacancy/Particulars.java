package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The particulars that an advert gives in labelled lines: `Salary: £45,000`, `Salary | £45,000`,
/// a label with its value after a gap, or on the next line.
final class Particulars {
  /// A longer line without a mark between label and value is no label.
  private static final int MAX_LABEL = 45;

  /// Lines of an address.
  private static final int MAX_LINES = 5;

  /// Lines of one text that are looked at.
  private static final int MAX_SEARCHED = 2_000;

  private final Map<Item, List<Span>> spans = new EnumMap<>(Item.class);
  private final Labels labels;
  private final String normal;
  private final List<Line> lines;

  /// What a label is for.
  enum Item {
    EMPLOYER,
    PAY,
    CLOSING,
    PLACE,
    BOSS,
    RECRUITER
  }

  /// The place of a value, in offsets of the text.
  ///
  /// @param label offset of its label
  /// @param start of its first character
  /// @param end after its last character
  record Span(int label, int start, int end) {
    boolean has(Mention mention) {
      return mention.start() >= start && mention.end() <= end;
    }
  }

  private record Labelled(Item item, int value) {}

  private Particulars(Labels labels, Document document) {
    this.labels = labels;
    this.normal = document.normal();
    this.lines = document.lines();
    for (int i = 0; i < Math.min(MAX_SEARCHED, lines.size()); i++) {
      read(i);
    }
  }

  /// Reads the particulars of `document`.
  static Particulars read(Labels labels, Document document) {
    return new Particulars(labels, document);
  }

  /// Where the values of `item` stand, in text order.
  List<Span> of(Item item) {
    return spans.getOrDefault(item, List.of());
  }

  /// True where two or more sorts of particulars are given.
  boolean isAdvert() {
    return spans.size() > 1;
  }

  private void read(int i) {
    Optional<Labelled> labelled = labelled(lines.get(i));
    if (labelled.isPresent()) {
      Item item = labelled.get().item();
      int value = labelled.get().value();
      boolean here = value < lines.get(i).end();
      Optional<Span> span = here ? Optional.of(sameLine(i, item, value)) : below(i, item);
      span.ifPresent(s -> spans.computeIfAbsent(item, k -> new ArrayList<>()).add(s));
    }
  }

  private Span sameLine(int i, Item item, int value) {
    int last = item == Item.PLACE ? block(i) : i;
    return new Span(lines.get(i).start(), value, lines.get(last).end());
  }

  private Optional<Span> below(int i, Item item) {
    if (i + 1 >= lines.size() || labelled(lines.get(i + 1)).isPresent()) {
      return Optional.empty();
    }
    int last = item == Item.PLACE ? block(i + 1) : i + 1;
    Line first = lines.get(i + 1);
    return Optional.of(new Span(lines.get(i).start(), first.start(), lines.get(last).end()));
  }

  /// The last line of the address that starts on line `i`.
  private int block(int i) {
    int last = i;
    while (last + 1 < lines.size()
        && last - i < MAX_LINES
        && lines.get(last + 1).end() - lines.get(last + 1).start() <= MAX_LABEL
        && lines.get(last + 1).start() - lines.get(last).end() == 1
        && lines.get(last + 1).label().isEmpty()
        && labelled(lines.get(last + 1)).isEmpty()
        && !Character.isLowerCase(normal.charAt(lines.get(last + 1).start()))) {
      last++;
    }
    return last;
  }

  private Optional<Labelled> labelled(Line line) {
    int limit = Math.min(line.end(), line.start() + MAX_LABEL);
    for (int i = line.start(); i < limit; i++) {
      int gap = gap(i, line.end());
      if (gap > 0) {
        int value = i + gap;
        return labels
            .of(normal.substring(line.start(), i))
            .map(item -> new Labelled(item, skip(value, line.end())));
      }
    }
    return line.end() - line.start() <= MAX_LABEL
        ? labels
            .of(normal.substring(line.start(), line.end()))
            .map(item -> new Labelled(item, line.end()))
        : Optional.empty();
  }

  /// How many characters of a mark stand between a label and its value at `i`; 0 where none.
  private int gap(int i, int end) {
    char c = normal.charAt(i);
    char next = i + 1 < end ? normal.charAt(i + 1) : ' ';
    boolean blank = c == ' ' || c == '\t';
    if (c == '?' && next == ' ') {
      return 1;
    }
    if (c == ':' || c == '|' || c == '\t') {
      return 1;
    }
    if (blank && (next == ' ' || next == '\t')) {
      return 2;
    }
    boolean amount = next == '\u00a3' || next == '$' || next == '\u20ac';
    boolean dash = next == '-' && i + 2 < end && normal.charAt(i + 2) == ' ';
    return blank && amount ? 1 : blank && dash ? 2 : 0;
  }

  private int skip(int from, int end) {
    int at = from;
    while (at < end && !Character.isLetterOrDigit(normal.charAt(at)) && !currency(at)) {
      at++;
    }
    return at;
  }

  private boolean currency(int at) {
    char c = normal.charAt(at);
    return c == '\u00a3' || c == '$' || c == '\u20ac';
  }
}

package dev.civicwire.enrich.particulars;

import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads an advert's labelled lines. Immutable and safe for threads.
public final class ParticularsReader {
  /// Lines of one text that are looked at.
  private static final int MAX_SEARCHED = 2_000;

  /// Values of one item that are kept.
  private static final int MAX_VALUES = 300;

  /// Lines of an address.
  private static final int MAX_LINES = 5;

  /// A longer line is no part of an address.
  private static final int MAX_ADDRESS = 45;

  private final LabelLexicon labels;
  private final RunLabels runLabels;

  private ParticularsReader(LabelLexicon labels, RunLabels runLabels) {
    this.labels = labels;
    this.runLabels = runLabels;
  }

  /// Reads the lists of labels.
  public static ParticularsReader load() {
    return new ParticularsReader(LabelLexicon.load(), RunLabels.load());
  }

  /// The normal form of a text, of the same length, in which every labelled value of an advert that
  /// was flattened has a line of its own.
  ///
  /// @param title of the page
  public String parted(String normal, String title) {
    return new RunOnText(runLabels, normal, title).parted();
  }

  /// The particulars of `document`.
  public Particulars read(Document document) {
    return new Reading(document, new LineLabels(labels, document.normal()), runLabels)
        .particulars();
  }

  private static final class Reading {
    private final String normal;
    private final RunLabels runLabels;
    private final List<Line> lines;
    private final List<List<LineLabels.Labelled>> labelled = new ArrayList<>();
    private final Map<Item, List<Particulars.Span>> spans = new EnumMap<>(Item.class);

    private Reading(Document document, LineLabels labels, RunLabels runLabels) {
      this.runLabels = runLabels;
      this.normal = document.normal();
      this.lines = document.lines();
      for (int i = 0; i < Math.min(MAX_SEARCHED, lines.size()); i++) {
        labelled.add(labels.of(lines.get(i)));
      }
    }

    private Particulars particulars() {
      for (int i = 0; i < labelled.size(); i++) {
        for (LineLabels.Labelled label : labelled.get(i)) {
          add(i, label);
        }
      }
      return new Particulars(spans);
    }

    private void add(int i, LineLabels.Labelled label) {
      boolean block = label.item() == Item.PLACE;
      if (label.value() < label.end()) {
        boolean whole = label.end() == lines.get(i).end();
        int end = block && whole ? lines.get(block(i)).end() : label.end();
        put(label.item(), new Particulars.Span(label.start(), label.value(), end));
      } else if (label.end() == lines.get(i).end() && isFree(i + 1)) {
        int last = block ? block(i + 1) : i + 1;
        Line below = lines.get(i + 1);
        int end = lines.get(last).end();
        put(label.item(), new Particulars.Span(label.start(), below.start(), end));
      }
    }

    private void put(Item item, Particulars.Span span) {
      List<Particulars.Span> known = spans.computeIfAbsent(item, k -> new ArrayList<>());
      if (known.size() < MAX_VALUES) {
        known.add(span);
      }
    }

    /// True where line `i` has no label of its own.
    private boolean isFree(int i) {
      return i < lines.size() && (i >= labelled.size() || labelled.get(i).isEmpty());
    }

    /// The last line of the address that starts on line `i`.
    private int block(int i) {
      int last = i;
      while (isFree(last + 1) && last - i < MAX_LINES && goesOn(last)) {
        last++;
      }
      return last;
    }

    private boolean goesOn(int last) {
      Line next = lines.get(last + 1);
      boolean label =
          runLabels
              .longest(normal, next.start(), next.end())
              .filter(m -> m.end() >= next.end())
              .isPresent();
      return next.end() - next.start() <= MAX_ADDRESS
          && !label
          && next.start() - lines.get(last).end() == 1
          && next.label().isEmpty()
          && !Character.isLowerCase(normal.charAt(next.start()));
    }
  }
}

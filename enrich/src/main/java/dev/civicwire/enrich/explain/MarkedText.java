package dev.civicwire.enrich.explain;

import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Quotation;
import dev.civicwire.contract.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text with the number of its value in front of each place: `at [3 up to £95,000]`. Where places
/// overlap, the first and longest is marked. Quotations are not: values stand in them.
final class MarkedText {
  private MarkedText() {}

  private record Mark(Mention place, int number) {}

  static String of(String text, List<Value> values) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Quotation) {
        continue;
      }
      for (Mention mention : values.get(i).evidence().mentions()) {
        marks.add(new Mark(mention, i + 1));
      }
    }
    marks.sort(Comparator.comparing(Mark::place));
    StringBuilder marked = new StringBuilder(text.length() + marks.size() * 6);
    int at = 0;
    for (Mark mark : marks) {
      if (mark.place().start() >= at) {
        marked.append(text, at, mark.place().start());
        marked.append('[').append(mark.number()).append(' ');
        marked.append(mark.place().surface()).append(']');
        at = mark.place().end();
      }
    }
    return marked.append(text, at, text.length()).toString();
  }
}

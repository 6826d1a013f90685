package dev.civicwire.ingest.extract;

import java.util.Set;
import java.util.stream.Collectors;

/// Labels whose value stands in the block after them: `Salary` above `£45,000`; rows of
/// `labels.tsv`.
final class Labels {
  /// Longest value that is joined to its label, in characters.
  private static final int MAX_VALUE = 160;

  private static final int MAX_LABEL = 60;

  private static final Set<String> KNOWN =
      Rows.of("labels.tsv").stream().map(row -> row[0]).collect(Collectors.toUnmodifiableSet());

  private Labels() {}

  /// Whether `value` in `box` is the value of the block before it.
  static boolean joins(Block label, Box box, String value) {
    if (label.row || label.text.length() > MAX_LABEL || value.length() > MAX_VALUE) {
      return false;
    }
    if (label.box.tag.equals("dt")) {
      return box.tag.equals("dd") || box.up(1).tag.equals("dd");
    }
    boolean near = label.box.parent == box.parent || label.box.up(2) == box.up(2);
    boolean labelled = label.heading != 1 && label.heading != 2 && KNOWN.contains(label.letters);
    return near && labelled && !KNOWN.contains(Texts.letters(value));
  }

  /// Whether `line` is a known label and its value.
  static boolean isPair(String line) {
    int colon = line.indexOf(": ");
    return colon > 0
        && colon <= MAX_LABEL
        && KNOWN.contains(Texts.letters(line.substring(0, colon)));
  }

  /// Label and value in one line.
  static String join(String label, String value) {
    return (label.endsWith(":") ? label + " " : label + ": ") + value.replace('\n', ' ');
  }
}

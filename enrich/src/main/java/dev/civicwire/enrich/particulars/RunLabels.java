package dev.civicwire.enrich.particulars;

import dev.civicwire.enrich.text.PlainWords;
import dev.civicwire.enrich.text.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The labels of `run-labels.tsv`, which part values in a line without a mark. Immutable and safe
/// for threads.
final class RunLabels {
  private static final int COLUMNS = 2;
  private static final int MAX_WORDS = 7;

  /// Characters of the longest label.
  private static final int MAX_LENGTH = 48;

  /// Marks and blanks between two words of a label.
  private static final int MAX_GAP = 3;

  private final Map<String, Label> labels = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();

  private RunLabels() {}

  /// What stands behind a label.
  enum Kind {
    PAY("Pay"),
    CLOSING("Closes"),
    OPENING("Posted"),
    INTERVIEW("Interview"),
    START("Start"),
    PLACE("Town"),
    BODY("Body"),
    TEXT("Type");

    private final String shortest;

    Kind(String shortest) {
      this.shortest = shortest;
    }

    /// A label of the same meaning in few letters.
    String shortest() {
      return shortest;
    }
  }

  /// A label.
  ///
  /// @param name in plain words
  /// @param kind what stands behind it
  /// @param common whether its words are those of titles and names as well
  record Label(String name, Kind kind, boolean common) {}

  /// A label, and the offset after it.
  record Match(Label label, int end) {}

  static RunLabels load() {
    RunLabels all = new RunLabels();
    for (String[] row : Rows.of(RunLabels.class, "run-labels.tsv", COLUMNS)) {
      for (String entry : row[1].split(" / ")) {
        boolean common = entry.startsWith("+ ");
        String name = common ? entry.substring(2) : entry;
        all.labels.put(name, new Label(name, Kind.valueOf(row[0]), common));
        all.firstWords.add(name.split(" ")[0]);
      }
    }
    return all;
  }

  /// The longest label that starts at `start` and ends before `limit`.
  Optional<Match> longest(String normal, int start, int limit) {
    int last = Math.min(limit, start + MAX_LENGTH);
    int end = wordEnd(normal, start, last);
    if (!firstWords.contains(normal.substring(start, end).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Optional<Match> longest = Optional.empty();
    for (int words = 0; words < MAX_WORDS; words++) {
      Label label = labels.get(PlainWords.of(normal.substring(start, end)));
      if (label != null) {
        boolean bracket = end < last && normal.charAt(end) == ')';
        longest = Optional.of(new Match(label, bracket ? end + 1 : end));
      }
      int next = gapEnd(normal, end, last);
      int nextEnd = wordEnd(normal, next, last);
      if (next == end || nextEnd == next) {
        return longest;
      }
      end = nextEnd;
    }
    return longest;
  }

  /// The end of the word at `start`: `Salary` of `SalaryGrade`, `ref` of `ref2231`.
  private static int wordEnd(String normal, int start, int limit) {
    int i = start;
    while (i < limit && Character.isLetter(normal.charAt(i)) && !(i > start && turns(normal, i))) {
      i++;
    }
    return i;
  }

  private static boolean turns(String normal, int i) {
    return Character.isUpperCase(normal.charAt(i)) && Character.isLowerCase(normal.charAt(i - 1));
  }

  private static int gapEnd(String normal, int from, int limit) {
    int i = from;
    while (i < limit && i - from < MAX_GAP && " &/(-'#".indexOf(normal.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}

package dev.civicwire.enrich.particulars;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives an advert that was flattened its lines back: where labels stand one behind the other in a
/// line (`Salary £45,000 Closing date 12 May Location Leeds`), or run into their values
/// (`Salary£45,000Closing date12 May`), each is put on a line of its own. Works on the normal form
/// of a text, whose length it keeps: a blank becomes a line end, and a label that nothing parts
/// from its neighbours is written as a shorter one.
final class RunOnText {
  /// Labels that make a line one of labels and values.
  private static final int MIN_LABELS = 3;

  /// The same where a colon marks them.
  private static final int MIN_MARKED = 2;

  /// Lines that start with a label make the others that do labelled as well.
  private static final int MIN_LINES = 3;

  /// A common word is a label only so close to another label, in characters.
  private static final int MAX_APART = 160;

  /// A line that starts with a label and is longer is a sentence.
  private static final int MAX_LINE = 110;

  /// Labels of one text that are looked for.
  private static final int MAX_HITS = 400;

  /// Words that no value starts with: `City of Leeds` is a name.
  private static final Set<String> JOINING = Set.of("of", "for", "and", "or", "to", "in", "the");

  /// No such word is longer.
  private static final int LONGEST = 3;

  /// A title is looked for in so many characters.
  private static final int MAX_TITLE = 90;

  private static final int MIN_TITLE = 6;

  private final RunLabels labels;
  private final String normal;
  private final String title;
  private final List<Hit> hits = new ArrayList<>();

  /// @param title of the page
  RunOnText(RunLabels labels, String normal, String title) {
    this.labels = labels;
    this.normal = normal;
    this.title = title;
  }

  /// A label in the text.
  ///
  /// @param line offset at which its line starts
  /// @param lineEnd offset after its line
  private record Hit(RunLabels.Label label, int start, int end, int line, int lineEnd) {
    boolean opens() {
      return start == line;
    }
  }

  /// The normal form with every labelled value on a line of its own.
  String parted() {
    int from = 0;
    while (from < normal.length() && hits.size() < MAX_HITS) {
      int feed = normal.indexOf('\n', from);
      int to = feed < 0 ? normal.length() : feed;
      find(from, to);
      from = to + 1;
    }
    List<Hit> kept = kept();
    if (kept.isEmpty()) {
      return normal;
    }
    char[] chars = normal.toCharArray();
    kept.forEach(hit -> part(chars, hit));
    int titled = titleEnd(kept.getFirst());
    if (titled > 0) {
      chars[titled] = '\n';
    }
    return new String(chars);
  }

  /// The offset after the page's title, where it opens the text and `first` follows in that line.
  private int titleEnd(Hit first) {
    int end = Math.min(title.length(), MAX_TITLE);
    for (String mark : List.of(" - ", " | ", " \u2013 ", " at ")) {
      int at = title.indexOf(mark);
      end = at > 0 ? Math.min(end, at) : end;
    }
    boolean opens =
        end >= MIN_TITLE
            && first.line() == 0
            && end < first.start() - 1
            && normal.regionMatches(0, title, 0, end);
    boolean parted =
        opens && normal.charAt(end) == ' ' && Character.isUpperCase(normal.charAt(end + 1));
    return parted ? end : 0;
  }

  private void find(int lineStart, int lineEnd) {
    int line = lineStart;
    while (line < lineEnd && normal.charAt(line) == ' ') {
      line++;
    }
    int i = line;
    while (i < lineEnd && hits.size() < MAX_HITS) {
      if (Character.isUpperCase(normal.charAt(i)) && isStart(i, line)) {
        int at = i;
        int first = line;
        i =
            labels
                .longest(normal, i, lineEnd)
                .filter(m -> isValue(m.end(), lineEnd))
                .map(m -> hit(m, at, first, lineEnd))
                .orElse(i + 1);
      } else {
        i++;
      }
    }
  }

  private int hit(RunLabels.Match match, int start, int line, int lineEnd) {
    hits.add(new Hit(match.label(), start, match.end(), line, lineEnd));
    return match.end();
  }

  /// True at the start of a word, and where a capital follows a word without a blank.
  private boolean isStart(int i, int line) {
    char before = i == line ? ' ' : normal.charAt(i - 1);
    return before == ' '
        || Character.isLowerCase(before)
        || Character.isDigit(before)
        || before == ')'
        || before == '.';
  }

  /// True where a figure, a sign or a name can start behind a label.
  private boolean isValue(int end, int lineEnd) {
    int i = end;
    while (i < lineEnd && (normal.charAt(i) == ' ' || normal.charAt(i) == ':')) {
      i++;
    }
    if (i >= lineEnd) {
      return false;
    }
    char c = normal.charAt(i);
    return (Character.isUpperCase(c) && !joins(i, lineEnd))
        || Character.isDigit(c)
        || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private boolean joins(int start, int lineEnd) {
    int end = start;
    while (end < lineEnd && end - start <= LONGEST && Character.isLetter(normal.charAt(end))) {
      end++;
    }
    return JOINING.contains(normal.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private List<Hit> kept() {
    Set<String> opening = new HashSet<>();
    hits.stream()
        .filter(h -> h.opens() && h.lineEnd() - h.line() <= MAX_LINE)
        .forEach(h -> opening.add(h.label().name()));
    List<Hit> kept = new ArrayList<>();
    int first = 0;
    while (first < hits.size()) {
      int last = first;
      while (last < hits.size() && hits.get(last).line() == hits.get(first).line()) {
        last++;
      }
      keep(hits.subList(first, last), opening.size() >= MIN_LINES, kept);
      first = last;
    }
    return kept;
  }

  /// Adds those labels of a line that part it.
  private void keep(List<Hit> line, boolean lined, List<Hit> kept) {
    Set<String> names = new HashSet<>();
    line.forEach(h -> names.add(h.label().name()));
    long marked =
        line.stream().filter(this::isMarked).map(h -> h.label().name()).distinct().count();
    Hit first = line.getFirst();
    if (names.size() >= MIN_LABELS || marked >= MIN_MARKED) {
      for (int i = 0; i < line.size(); i++) {
        if (!line.get(i).label().common() || (isNear(line, i) && !isEmpty(line, i))) {
          kept.add(line.get(i));
        }
      }
    } else if (lined && first.opens() && isShort(first)) {
      kept.add(first);
    }
  }

  private boolean isMarked(Hit hit) {
    return normal.startsWith(":", hit.end()) || normal.startsWith(" :", hit.end());
  }

  /// True for a line with nothing but one label, which no colon marks as a longer one.
  private boolean isShort(Hit first) {
    int colon = normal.indexOf(':', first.end(), first.lineEnd());
    return first.lineEnd() - first.line() <= MAX_LINE
        && normal.indexOf('|', first.line(), first.lineEnd()) < 0
        && !isTitle(first)
        && (colon < 0 || normal.substring(first.end(), colon).isBlank());
  }

  /// True for the line that is the page's title: `Contract Manager`.
  private boolean isTitle(Hit first) {
    int end = Math.min(title.length(), first.lineEnd() - first.line());
    return end >= MIN_TITLE && normal.regionMatches(true, first.line(), title, 0, end);
  }

  private static boolean isNear(List<Hit> line, int i) {
    boolean before = i > 0 && line.get(i).start() - line.get(i - 1).end() <= MAX_APART;
    boolean after = i + 1 < line.size() && line.get(i + 1).start() - line.get(i).end() <= MAX_APART;
    return before || after;
  }

  /// True where the next label follows at once: the word ends what stands before it.
  private static boolean isEmpty(List<Hit> line, int i) {
    return i + 1 < line.size() && line.get(i + 1).start() - line.get(i).end() <= 1;
  }

  private void part(char[] chars, Hit hit) {
    boolean glued = !hit.opens() && normal.charAt(hit.start() - 1) != ' ';
    char next = normal.charAt(hit.end());
    if (glued || Character.isLetterOrDigit(next) || next > 127) {
      rename(chars, hit);
      return;
    }
    if (!hit.opens()) {
      chars[hit.start() - 1] = '\n';
    }
    boolean name = next == ' ' && Character.isUpperCase(normal.charAt(hit.end() + 1));
    if (name && hit.label().kind() != RunLabels.Kind.PAY) {
      chars[hit.end()] = '\n';
    }
  }

  /// Writes a short label and its colon over one that nothing parts from what stands around it.
  private void rename(char[] chars, Hit hit) {
    String written = (hit.opens() ? "" : "\n") + hit.label().kind().shortest() + ":";
    if (written.length() > hit.end() - hit.start()) {
      written = "\n";
    }
    for (int i = 0; i < hit.end() - hit.start(); i++) {
      chars[hit.start() + i] = i < written.length() ? written.charAt(i) : ' ';
    }
  }
}

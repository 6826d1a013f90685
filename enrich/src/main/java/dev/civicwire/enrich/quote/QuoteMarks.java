package dev.civicwire.enrich.quote;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;

/// Pairs quotation marks, curly or straight, double or single, in one pass over each paragraph.
/// Apostrophes are told from single marks by what stands beside them.
final class QuoteMarks {
  /// No speech is longer, in characters; a bound keeps texts of nothing but marks linear.
  private static final int LONGEST = 4_000;

  private static final String OPENING = "\u201c\u201e\u00ab";
  private static final String STRONG = ",.?!\u2026";

  private final String text;
  private final String normal;
  private final List<Stretch> found = new ArrayList<>();

  /// Before this offset a mark of that kind is known to have no partner.
  private int noDouble;

  private int noSingle;

  private QuoteMarks(String text, String normal) {
    this.text = text;
    this.normal = normal;
  }

  /// The stretches in `text`, whose plain form is `normal` with the places of `words`.
  static List<Stretch> of(String text, String normal, Words words) {
    QuoteMarks marks = new QuoteMarks(text, normal);
    int i = 0;
    while (i < words.size()) {
      int last = words.lineLast(i);
      int next = last < words.size() ? words.start(last) : -1;
      marks.paragraph(words.line(i), words.start(i), words.end(last - 1), next);
      i = last;
    }
    return List.copyOf(marks.found);
  }

  private void paragraph(int line, int start, int end, int next) {
    int i = start;
    while (i < end) {
      int close = opensDouble(i) ? endOfDouble(i, end) : opensSingle(i) ? endOfSingle(i, end) : -1;
      if (close > i + 1) {
        found.add(new Stretch(i + 1, close, line, true));
        i = close;
      } else if (opensDouble(i) && next >= 0 && opensDouble(next)) {
        found.add(new Stretch(i + 1, end, line, false));
        return;
      }
      i++;
    }
  }

  private boolean opensDouble(int i) {
    if (normal.charAt(i) != '"') {
      return false;
    }
    char mark = text.charAt(i);
    return OPENING.indexOf(mark) >= 0 || (mark == '"' && startsWord(i));
  }

  private boolean opensSingle(int i) {
    char mark = text.charAt(i);
    return normal.charAt(i) == '\'' && (mark == '\u2018' || mark == '\'') && startsWord(i);
  }

  private boolean startsWord(int i) {
    boolean free = i == 0 || (!isLetterOrDigit(i - 1) && normal.charAt(i - 1) != '.');
    return free && i + 1 < text.length() && (isLetterOrDigit(i + 1) || isMark(i + 1));
  }

  private boolean isMark(int i) {
    return "'\"[($\u00a3\u20ac\u2026".indexOf(normal.charAt(i)) >= 0;
  }

  private boolean isLetterOrDigit(int i) {
    return Character.isLetterOrDigit(text.charAt(i));
  }

  private int endOfDouble(int open, int end) {
    if (open < noDouble) {
      return -1;
    }
    boolean straight = text.charAt(open) == '"';
    int limit = Math.min(end, open + LONGEST);
    for (int i = open + 1; i < limit; i++) {
      if (normal.charAt(i) == '"') {
        char mark = text.charAt(i);
        boolean opens = straight ? normal.charAt(i - 1) == ' ' : OPENING.indexOf(mark) >= 0;
        noDouble = opens ? i : noDouble;
        return opens ? -1 : i;
      }
    }
    noDouble = limit;
    return -1;
  }

  private int endOfSingle(int open, int end) {
    if (open < noSingle) {
      return -1;
    }
    int limit = Math.min(end, open + LONGEST);
    int weak = -1;
    for (int i = open + 1; i < limit; i++) {
      if (normal.charAt(i) == '\'' && (i + 1 == text.length() || !isLetterOrDigit(i + 1))) {
        char before = normal.charAt(i - 1);
        boolean possessive = before == 's' && i + 1 < end && normal.charAt(i + 1) == ' ';
        if (STRONG.indexOf(before) >= 0 || (before != ' ' && !possessive)) {
          return i;
        }
        weak = weak < 0 && before != ' ' ? i : weak;
      }
    }
    noSingle = weak < 0 ? limit : noSingle;
    return weak;
  }
}

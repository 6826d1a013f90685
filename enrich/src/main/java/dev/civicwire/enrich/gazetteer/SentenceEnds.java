package dev.civicwire.enrich.gazetteer;

import java.util.Set;

/// Where a sentence ends inside a line.
final class SentenceEnds {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sir", "st", "gov", "ex-gov", "sen", "rep", "gen", "col",
          "lt", "sgt", "no", "cllr", "rev", "hon", "jr", "sr", "vs", "inc", "dept", "ref", "approx",
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

  /// More quotes and brackets than these close no sentence; a bound keeps a text of nothing but
  /// quotes linear.
  private static final int MOST_CLOSERS = 4;

  private SentenceEnds() {}

  /// True where a sentence ends before word `i` of `words`, the line going on.
  static boolean before(Words words, int i) {
    int mark = i - 1;
    int least = Math.max(0, mark - MOST_CLOSERS);
    while (mark > least && isCloser(words.key(mark)) && words.touchesPrevious(mark)) {
      mark--;
    }
    String key = words.key(mark);
    if (!key.equals(".") && !key.equals("?") && !key.equals("!") && !key.equals("\u2026")) {
      return false;
    }
    if (isCloser(words.key(i)) && words.touchesPrevious(i)) {
      return false;
    }
    Shape next = words.shape(i);
    if (next == Shape.LOWER) {
      return false;
    }
    return !key.equals(".") || !abbreviation(words, mark - 1);
  }

  private static boolean isCloser(String key) {
    return key.equals("\"") || key.equals("'") || key.equals(")") || key.equals("]");
  }

  private static boolean abbreviation(Words words, int i) {
    String word = words.key(i);
    return ABBREVIATIONS.contains(word)
        || (word.length() == 1 && words.shape(i) == Shape.UPPER)
        || (word.length() < 6 && word.indexOf('.') > 0 && words.shape(i) == Shape.UPPER);
  }
}

package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.BitSet;
import java.util.Set;

/// Lines in which nearly every word has a capital, so that a capital says nothing there.
final class Headlines {
  private static final int SHORTEST = 5;
  private static final double SHARE = 0.75;
  private static final Set<String> HEADLINE_VERBS =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "has",
          "have",
          "will",
          "to",
          "says",
          "seeks",
          "looks",
          "wants",
          "hires",
          "names",
          "appoints",
          "picks",
          "wins",
          "joins",
          "leaves",
          "ditched",
          "transformed",
          "how",
          "why",
          "what",
          "keeps",
          "needs",
          "plans",
          "calls",
          "urges",
          "warns",
          "gets",
          "takes",
          "makes",
          "gives",
          "puts",
          "sets",
          "launches",
          "announces",
          "reveals",
          "recruits",
          "advertises",
          "offers",
          "pays",
          "steps",
          "quits",
          "resigns",
          "becomes",
          "faces",
          "spends",
          "cuts",
          "loses",
          "must",
          "can",
          "should",
          "for",
          "as",
          "its",
          "a",
          "with",
          "your",
          "you");

  private final Words words;
  private final BitSet sentences = new BitSet();

  Headlines(Words words) {
    this.words = words;
    int i = 0;
    while (i < words.size()) {
      int last = words.sentenceLast(i);
      if (isCapitalised(i, last)) {
        sentences.set(words.sentence(i));
      }
      i = last;
    }
  }

  /// True where the word stands in such a line.
  boolean capitalised(int word) {
    return sentences.get(words.sentence(word));
  }

  private boolean isCapitalised(int first, int last) {
    int counted = 0;
    int capital = 0;
    boolean verbs = false;
    for (int i = first; i < last; i++) {
      Shape shape = words.shape(i);
      if (shape == Shape.MARK || shape == Shape.NUMBER) {
        continue;
      }
      if (words.end(i) - words.start(i) > 3 || shape == Shape.UPPER) {
        counted++;
        capital += words.capital(i) ? 1 : 0;
      }
      verbs |= i > first && HEADLINE_VERBS.contains(words.key(i)) && words.capital(i);
    }
    boolean allUpper = capital > 0 && upper(first, last);
    return counted >= SHORTEST && capital >= counted * SHARE && (verbs || allUpper);
  }

  private boolean upper(int first, int last) {
    for (int i = first; i < last; i++) {
      if (words.shape(i) == Shape.CAPITALISED || words.shape(i) == Shape.LOWER) {
        return false;
      }
    }
    return true;
  }
}

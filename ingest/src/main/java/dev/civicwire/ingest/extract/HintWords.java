package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads the words of class names and ids: `article-body__text`, `relatedPosts`, `c-share_bar`.
/// The words and what they mean are rows of `hint-words.tsv`; two words in a row are looked up
/// joined by a hyphen before each is looked up alone.
final class HintWords {
  /// `no-sidebar` and `has-comments` say how a part looks, not what it is.
  private static final Set<String> NEGATIONS =
      Set.of("no", "not", "has", "have", "without", "with", "hide");

  /// Mark of a negation among the masks of words; hints leave this bit free.
  private static final int NEGATION = 1 << 31;

  private static final WordTable MASKS = load();

  /// Longest attribute that is looked at, in characters.
  private static final int MAX_LENGTH = 400;

  private HintWords() {}

  private static WordTable load() {
    Map<String, Integer> masks = new HashMap<>();
    for (String[] row : Rows.of("hint-words.tsv")) {
      masks.merge(row[0], Hint.valueOf(row[1]).bit(), (a, b) -> a | b);
    }
    NEGATIONS.forEach(word -> masks.merge(word, NEGATION, (a, b) -> a | b));
    return new WordTable(masks);
  }

  /// The hints of one attribute value.
  static int read(String names) {
    int end = Math.min(names.length(), MAX_LENGTH);
    char[] letters = letters(names, end);
    int mask = 0;
    int before = 0;
    int beforeEnd = 0;
    boolean negated = false;
    for (int at = 0; at < end; ) {
      if (letters[at] == 0) {
        if (names.charAt(at) == ' ') {
          beforeEnd = 0;
          negated = false;
        }
        at++;
        continue;
      }
      int stop = wordEnd(names, letters, at);
      int found = MASKS.get(letters, at, stop);
      mask |= negated ? 0 : found;
      mask |= beforeEnd == 0 ? 0 : MASKS.getPair(letters, before, beforeEnd, at, stop);
      negated = (found & NEGATION) != 0;
      before = at;
      beforeEnd = stop;
      at = stop;
    }
    return mask & ~NEGATION;
  }

  /// The letters and digits of `names` in lower case, each in its place, and 0 for all else.
  private static char[] letters(String names, int end) {
    char[] letters = new char[end];
    for (int at = 0; at < end; at++) {
      char c = names.charAt(at);
      letters[at] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
    return letters;
  }

  /// Words end at what is no letter, and at humps: `relatedPosts`.
  private static int wordEnd(String names, char[] letters, int start) {
    int at = start + 1;
    while (at < letters.length && letters[at] != 0 && !isHump(names, at)) {
      at++;
    }
    return at;
  }

  private static boolean isHump(String names, int at) {
    return Character.isUpperCase(names.charAt(at)) && Character.isLowerCase(names.charAt(at - 1));
  }
}

package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the words of class names and ids: `article-body__text`, `relatedPosts`, `c-share_bar`.
/// The words and what they mean are rows of `hint-words.tsv`; two words in a row are looked up
/// joined by a hyphen before each is looked up alone.
final class HintWords {
  private static final Map<String, Integer> MASKS = load();

  /// `no-sidebar` and `has-comments` say how a part looks, not what it is.
  private static final Set<String> NEGATIONS =
      Set.of("no", "not", "has", "have", "without", "with", "hide");

  /// Longest attribute that is looked at, in characters.
  private static final int MAX_LENGTH = 400;

  private HintWords() {}

  /// First words of the pairs that are looked up joined.
  private static final Set<String> FIRST =
      MASKS.keySet().stream()
          .filter(words -> words.indexOf('-') > 0)
          .map(words -> words.substring(0, words.indexOf('-')))
          .collect(Collectors.toUnmodifiableSet());

  private static Map<String, Integer> load() {
    Map<String, Integer> masks = new HashMap<>();
    for (String[] row : Rows.of("hint-words.tsv")) {
      masks.merge(row[0], Hint.valueOf(row[1]).bit(), (a, b) -> a | b);
    }
    return masks;
  }

  /// The hints of one attribute value.
  static int read(String names) {
    int mask = 0;
    int end = Math.min(names.length(), MAX_LENGTH);
    String previous = "";
    int start = 0;
    for (int at = 0; at <= end; at++) {
      boolean cut = at == end || !Character.isLetterOrDigit(names.charAt(at)) || isHump(names, at);
      if (!cut) {
        continue;
      }
      if (at > start) {
        String word = names.substring(start, at).toLowerCase(Locale.ROOT);
        mask |= NEGATIONS.contains(previous) ? 0 : maskOf(word);
        mask |= previous.isEmpty() || !FIRST.contains(previous) ? 0 : maskOf(previous + "-" + word);
        previous = word;
      }
      boolean space = at < end && names.charAt(at) == ' ';
      previous = space ? "" : previous;
      start = at < end && Character.isLetterOrDigit(names.charAt(at)) ? at : at + 1;
    }
    return mask;
  }

  private static int maskOf(String word) {
    return MASKS.getOrDefault(word, 0);
  }

  private static boolean isHump(String names, int at) {
    return at > 0
        && Character.isUpperCase(names.charAt(at))
        && Character.isLowerCase(names.charAt(at - 1));
  }
}

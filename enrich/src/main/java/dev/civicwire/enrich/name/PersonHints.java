package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What speaks for a person where the given name is on no list: the form of the surname, its return
/// alone later on, a signature, and words that are no common ones.
final class PersonHints {
  private static final Set<String> IRISH =
      Set.of("\u00f3", "n\u00ed", "u\u00ed", "mac", "nic", "mhic");

  private final Words words;
  private final PersonWords lexicon;
  private final Map<String, Integer> alone = new HashMap<>();
  private final Set<String> lower = new HashSet<>();

  PersonHints(Words words, Taken taken, PersonWords lexicon) {
    this.words = words;
    this.lexicon = lexicon;
    for (int i = 0; i < words.size(); i++) {
      if (words.shape(i) == Shape.LOWER) {
        lower.add(words.key(i));
      } else if (words.shape(i) == Shape.CAPITALISED && !taken.has(i) && standsAlone(i)) {
        alone.merge(words.key(i), 1, Integer::sum);
      }
    }
  }

  private boolean standsAlone(int i) {
    boolean before = words.capital(i - 1) && words.sameSentence(i - 1, i);
    boolean after = words.capital(i + 1) && words.sameSentence(i, i + 1);
    String next = words.key(i + 1);
    boolean acts =
        lexicon.speech(next)
            || next.equals("'s")
            || next.equals("and")
            || next.equals(",")
            || next.equals(".");
    return !before && !after && acts;
  }

  double of(int first, int last, boolean given) {
    double score = 0;
    String surname = words.surface(last - 1);
    if (unknown(given ? first + 1 : first, last)) {
      score += words.startsSentence(first) && !words.startsLine(first) ? 0.4 : 0.6;
    }
    if (IRISH.contains(words.key(last - 2)) && last - first > 2) {
      score += 0.9;
    }
    if (surname.indexOf('-') > 1
        && Character.isUpperCase(surname.charAt(surname.indexOf('-') + 1))) {
      score += 1.0;
    } else if (surname.startsWith("Mc") || surname.startsWith("O'") || surname.startsWith("Mac")) {
      score += 0.6;
    }
    if (alone.containsKey(words.key(last - 1))) {
      score += 1.0;
    }
    if (signature(first, last)) {
      score += 1.2;
    }
    return score;
  }

  private boolean unknown(int first, int last) {
    for (int i = first; i < last; i++) {
      if (lower.contains(words.key(i))) {
        return false;
      }
    }
    for (int i = first; i < last; i++) {
      if (lexicon.common(words.key(i))) {
        return false;
      }
    }
    return true;
  }

  /// A name alone on its line, with a post on the next.
  private boolean signature(int first, int last) {
    if (!words.startsLine(first) || last >= words.size() || !words.startsLine(last)) {
      return false;
    }
    int end = Math.min(words.lineLast(last), last + 10);
    for (int i = last; i < end; i++) {
      if (lexicon.post(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  /// Without accents, as lists write it.
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}

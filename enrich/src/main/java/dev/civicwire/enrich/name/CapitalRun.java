package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.Set;

/// How far names written with capitals reach.
final class CapitalRun {
  private static final int LONGEST = 14;
  private static final Set<String> LINKS = Set.of("of", "for", "in", "on");

  private CapitalRun() {}

  /// The end of the phrase that goes on from word `i`: `Health and Social Care`,
  /// `Business, Energy and Industrial Strategy`. Equals `i` where none does.
  static int right(Words words, int i, boolean lists) {
    int last = i;
    int limit = Math.min(words.size(), i + LONGEST);
    while (last < limit) {
      int next = step(words, i, last, lists);
      if (next == last) {
        break;
      }
      last = next;
    }
    return last;
  }

  private static int step(Words words, int first, int last, boolean lists) {
    if (!words.sameSentence(Math.max(0, first - 1), last)) {
      return last;
    }
    if (words.capital(last)) {
      return last + 1;
    }
    if (last == first) {
      return last;
    }
    String key = words.key(last);
    if (key.equals("and") && nameGoesOn(words, last + 1)) {
      return last + 2;
    }
    if (LINKS.contains(key)) {
      int after = words.key(last + 1).equals("the") ? last + 2 : last + 1;
      return words.capital(after) && words.sameSentence(last, after) ? after + 1 : last;
    }
    if (lists && key.equals(",") && listGoesOn(words, last + 1)) {
      return words.key(last + 1).equals("the") ? last + 3 : last + 2;
    }
    return last;
  }

  private static boolean nameGoesOn(Words words, int i) {
    return words.capital(i) && words.sameSentence(i - 1, i);
  }

  /// True where a list in a name goes on at `i` and ends in `and` and a capital.
  private static boolean listGoesOn(Words words, int i) {
    int limit = Math.min(words.size(), i + LONGEST);
    int at = i;
    while (at < limit && words.sameSentence(i - 1, at)) {
      if (words.key(at).equals("and")) {
        return at > i && words.capital(at + 1);
      }
      boolean the = words.key(at).equals("the") && words.capital(at + 1);
      if (!words.capital(at) && !the && (!words.key(at).equals(",") || at == i)) {
        return false;
      }
      at++;
    }
    return false;
  }
}

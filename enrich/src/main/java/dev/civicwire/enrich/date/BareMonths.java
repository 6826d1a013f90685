package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Words;
import java.util.Set;

/// Months without day and year: "in March", "its March meeting".
final class BareMonths {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "in", "since", "by", "until", "till", "from", "during", "to", "before", "after",
          "between", "of", "for", "through", "and", "late", "early", "mid", "last", "next", "this",
          "end", "back", "around", "about", "at", "on", "late-", "mid-", "started", "due");

  /// Month names that are first names or words as well.
  private static final Set<String> AMBIGUOUS =
      Set.of("may", "march", "april", "june", "august", "mar", "jan", "sun", "sat");

  private BareMonths() {}

  /// True where the month's name at word `i` is one, and no name of a person, a street or a verb.
  ///
  /// @param named whether a word with a capital follows in the sentence
  static boolean isAt(Words words, int i, boolean named) {
    String word = words.word(i);
    String before = words.word(i - 1);
    boolean introduced =
        PREPOSITIONS.contains(before)
            || before.startsWith("mid-")
            || word.startsWith("mid-")
            || isSitting(words.word(i + 1));
    boolean full = word.length() > 3 || word.equals("may");
    boolean street = named && AMBIGUOUS.contains(word) && before.equals("on");
    boolean verb = word.equals("may") && before.equals("and");
    return full && !street && !verb && (introduced || (!AMBIGUOUS.contains(word) && !named));
  }

  /// "Its March meeting".
  private static boolean isSitting(String word) {
    return switch (word) {
      case "meeting", "hearing", "session", "conference", "election", "elections", "deadline" ->
          true;
      default -> false;
    };
  }
}

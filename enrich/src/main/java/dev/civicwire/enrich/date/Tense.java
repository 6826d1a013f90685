package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Rows;
import dev.civicwire.enrich.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the words around a date look back or ahead.
enum Tense {
  PAST,
  /// What has begun and goes on: it cannot lie ahead.
  BEGUN,
  FUTURE,
  /// What is promised "by" a month: it cannot lie back.
  PROMISED,
  UNKNOWN;

  private static final int REACH = 12;

  private static final double OTHER_CLAUSE = 0.7;
  private static final double LATER_CLAUSE = 0.3;

  private static final int MAX_BOUND = 3;

  /// How far in front of "by" or "until" what governs it may stand.
  private static final int GOVERNED = 10;

  private static final Map<String, Set<String>> LISTS = lists();

  boolean isAhead() {
    return this == FUTURE || this == PROMISED;
  }

  private static Map<String, Set<String>> lists() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String[] row : Rows.of(Tense.class, "tense.tsv", 2)) {
      lists.computeIfAbsent(row[0], k -> new HashSet<>()).addAll(List.of(row[1].split(" ")));
    }
    return Map.copyOf(lists);
  }

  private static boolean is(String list, String word) {
    Set<String> words = LISTS.get(list);
    return words != null && words.contains(word);
  }

  /// The tense around the words `[first, last)`.
  static Tense around(Words words, int first, int last) {
    if (first >= words.size()) {
      return UNKNOWN;
    }
    Tense bound = bound(words, first, last);
    return bound == UNKNOWN ? weighed(words, first, last) : bound;
  }

  /// What "by", "until" or "since" right before the date tells; `UNKNOWN` where none does.
  private static Tense bound(Words words, int first, int last) {
    int at = first - 1;
    while (at >= 0 && first - at <= MAX_BOUND && isEdge(words.word(at))) {
      at--;
    }
    return switch (words.word(at)) {
      case "by" -> by(words, at, last);
      case "until", "till" -> governs(words, at, "kept") ? FUTURE : UNKNOWN;
      case "since" -> BEGUN;
      default -> UNKNOWN;
    };
  }

  /// "The end of", "early", "this" between a preposition and its date.
  private static boolean isEdge(String word) {
    return switch (word) {
      case "the", "end", "start", "beginning", "middle", "of", "early", "late", "mid", "this" ->
          true;
      default -> false;
    };
  }

  /// "Had finished by Monday" and "By May it was in use" look back; "must finish by Monday" does
  /// not, and "was due by May" may.
  private static Tense by(Words words, int by, int last) {
    boolean opens = by - words.firstOf(words.sentence(by)) < 2;
    for (int i = opens ? last : Math.max(words.firstOf(words.sentence(by)), by - GOVERNED);
        i < (opens ? Math.min(words.endOf(words.sentence(by)), last + 2 * MAX_BOUND) : by);
        i++) {
      String word = words.word(i);
      boolean had = word.equals("had") && !words.word(i + 1).equals("to");
      if (had || (opens && (word.equals("was") || word.equals("were")))) {
        return PAST;
      }
    }
    if (governs(words, by, "missed")) {
      return UNKNOWN;
    }
    return governs(words, by, "promised") ? PROMISED : FUTURE;
  }

  private static boolean governs(Words words, int at, String list) {
    int from = Math.max(words.firstOf(words.sentence(at)), at - GOVERNED);
    for (int i = from; i < at; i++) {
      if (is(list, words.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static Tense weighed(Words words, int first, int last) {
    int sentence = words.sentence(first);
    int from = Math.max(words.firstOf(sentence), first - REACH);
    int to = Math.min(words.endOf(sentence), last + REACH);
    double ahead = 0;
    double back = 0;
    for (int i = from; i < to; i++) {
      int distance = i < first ? first - i : i - last + 1;
      boolean inside = i >= first && i < last;
      if (i >= last && words.word(i).equals("that")) {
        break;
      }
      double voice = inside ? 0 : apart(words, i, first, last) / (2 + distance);
      String word = words.word(i);
      if (is("binding", word) && (i >= last || distance > MAX_BOUND)) {
        continue;
      }
      if (is("ahead", word) && !isPastForm(words.word(i + 1))) {
        ahead += voice * (distance == 1 || isModal(word) ? 1.6 : 1.15);
      } else if (isBack(words, i)) {
        back += voice;
      } else if (word.equals("last") && isTime(words.word(i + 1))) {
        back += voice;
      }
    }
    return ahead > back ? FUTURE : back > ahead ? PAST : UNKNOWN;
  }

  private static boolean isBack(Words words, int i) {
    String word = words.word(i);
    boolean toDo = word.equals("left") && words.word(i + 1).equals("to");
    boolean toHave = word.equals("have") && words.word(i - 1).equals("to");
    return (is("back", word) && !toDo && !toHave) || (isPastForm(word) && !isPassive(words, i));
  }

  private static boolean isModal(String word) {
    return switch (word) {
      case "will", "shall", "must" -> true;
      default -> false;
    };
  }

  private static boolean isTime(String word) {
    return switch (word) {
      case "year", "month", "week", "night" -> true;
      default -> Months.month(word) > 0 || Months.weekday(word) > 0 || Months.isSeason(word);
    };
  }

  /// What stands in another clause says less, above all behind the date.
  private static double apart(Words words, int i, int first, int last) {
    double voice = 1;
    int from = i < first ? i : last;
    int to = i < first ? first : i;
    for (int k = from; k < to; k++) {
      switch (words.word(k)) {
        case ",", "and", "but", ";", ":", "-", "which", "where", "who", "after" ->
            voice *= i < first ? OTHER_CLAUSE : LATER_CLAUSE;
        default -> {}
      }
    }
    return voice;
  }

  /// "is reviewed", "to be replaced": no past.
  private static boolean isPassive(Words words, int i) {
    return switch (words.word(i - 1)) {
      case "is", "are", "be", "being", "once", "a", "the" -> true;
      default -> false;
    };
  }

  private static boolean isPastForm(String word) {
    return word.length() > 4 && word.endsWith("ed") && !is("still", word);
  }
}

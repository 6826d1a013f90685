package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Words;
import java.util.Set;

/// Whether the words around a date look back or ahead.
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final int REACH = 12;

  private static final double OTHER_CLAUSE = 0.7;
  private static final double LATER_CLAUSE = 0.3;

  /// Words that belong to the date right behind them, and how far off that may start.
  private static final Set<String> BINDING = Set.of("by", "until", "till", "before", "next");

  private static final int MAX_BOUND = 3;

  private static final Set<String> AHEAD =
      Set.of(
          "will",
          "shall",
          "should",
          "would",
          "must",
          "due",
          "expected",
          "expects",
          "planned",
          "plans",
          "scheduled",
          "intends",
          "intend",
          "aims",
          "hopes",
          "by",
          "until",
          "till",
          "deadline",
          "closing",
          "close",
          "closes",
          "apply",
          "applications",
          "upcoming",
          "next",
          "begins",
          "starts",
          "takes",
          "ends",
          "runs",
          "becomes",
          "open",
          "before",
          "later",
          "coming",
          "can",
          "may",
          "gives",
          "comes",
          "interviews",
          "interview",
          "'ll",
          "target",
          "deadlines",
          "soon",
          "joins",
          "go",
          "goes",
          "retirement",
          "shuts",
          "leaves",
          "steps",
          "retires");

  private static final Set<String> BACK =
      Set.of(
          "was",
          "were",
          "had",
          "has",
          "have",
          "been",
          "since",
          "ago",
          "began",
          "came",
          "went",
          "left",
          "said",
          "told",
          "became",
          "took",
          "gave",
          "held",
          "met",
          "rose",
          "fell",
          "won",
          "lost",
          "did",
          "earlier",
          "previously",
          "former",
          "back",
          "already",
          "put",
          "wrote",
          "found",
          "spent",
          "stood",
          "brought",
          "made",
          "got",
          "saw",
          "drew",
          "sent");

  /// Words in -ed that do not look back.
  private static final Set<String> NOT_BACK =
      Set.of(
          "need",
          "needed",
          "based",
          "united",
          "shortlisted",
          "proposed",
          "limited",
          "related",
          "interested",
          "required",
          "indeed",
          "preferred",
          "speed",
          "advanced",
          "fixed",
          "estimated",
          "invited",
          "asked");

  /// The tense around the words `[first, last)`.
  static Tense around(Words words, int first, int last) {
    if (first >= words.size()) {
      return UNKNOWN;
    }
    int sentence = words.sentence(first);
    int from = Math.max(words.firstOf(sentence), first - REACH);
    int to = Math.min(words.endOf(sentence), last + REACH);
    double ahead = 0;
    double back = 0;
    for (int i = from; i < to; i++) {
      int distance = i < first ? first - i : i - last + 1;
      boolean inside = i >= first && i < last;
      double voice = inside ? 0 : apart(words, i, first, last) / (2 + distance);
      String word = words.word(i);
      if (BINDING.contains(word) && (i >= last || distance > MAX_BOUND)) {
        continue;
      }
      if (AHEAD.contains(word)) {
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
    return (BACK.contains(word) && !toDo) || (isPastForm(word) && !isPassive(words, i));
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
    return word.length() > 4 && word.endsWith("ed") && !NOT_BACK.contains(word);
  }
}

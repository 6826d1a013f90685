package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Words;
import java.util.Set;

/// Whether the words around a date look back or ahead.
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final int REACH = 12;

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
          "last",
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
      double voice = inside ? 0 : 1.0 / (2 + distance);
      String word = words.word(i);
      if (AHEAD.contains(word)) {
        ahead += voice * (distance == 1 ? 1.6 : 1.15);
      } else if (BACK.contains(word) || (isPastForm(word) && !isPassive(words, i))) {
        back += voice;
      }
    }
    return ahead > back ? FUTURE : back > ahead ? PAST : UNKNOWN;
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

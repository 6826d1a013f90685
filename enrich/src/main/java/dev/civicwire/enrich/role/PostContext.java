package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.StatusPhrases.Phrase;
import java.util.Set;

/// Whether what stands around a title speaks of a post rather than of a profession: pay, a number
/// of them, reporting lines, hiring. For one text.
final class PostContext {
  private static final Set<String> COPULAS =
      Set.of("is", "was", "am", "i'm", "become", "becomes", "became", "being", "been");

  private static final Set<String> BECOMING = Set.of("become", "becomes", "became", "made");

  private static final Set<String> LISTS =
      Set.of("list", "include", "includes", "including", "among", "range", "these", "they");

  private static final Set<String> ANSWERS =
      Set.of("answer", "answers", "answerable", "accountable", "responsible");

  private static final Set<String> FILLED =
      Set.of("appointed", "appoints", "hired", "hires", "recruited", "recruits");

  private static final Set<String> DEFINITE =
      Set.of("the", "our", "my", "its", "their", "his", "her", "'s");

  private static final Set<String> NUMBERS =
      Set.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "dozen",
          "hundred",
          "thousand",
          "both");

  /// Words between a number and those who are counted.
  private static final Set<String> ADDED =
      Set.of("more", "new", "extra", "additional", "further", "temporary", "permanent", "other");

  private static final Set<String> POSTS =
      Set.of("post", "posts", "role", "roles", "job", "jobs", "position", "positions", "title");

  private static final Set<String> PAY =
      Set.of(
          "pay",
          "pays",
          "paid",
          "earn",
          "earns",
          "earned",
          "salary",
          "salaries",
          "wage",
          "get",
          "gets");

  private final RoleLexicon lexicon;
  private final StatusPhrases told;
  private final Words words;

  PostContext(RoleLexicon lexicon, StatusPhrases told, Words words) {
    this.lexicon = lexicon;
    this.told = told;
    this.words = words;
  }

  /// True where the sentence, or the line above a list, speaks of filling posts.
  boolean hiring(RoleSpan span) {
    int last = words.sentenceLast(span.head());
    int first = Math.max(words.sentenceFirst(span.head()), span.head() - 40);
    for (int i = first; i < Math.min(last, span.head() + 40); i++) {
      boolean inside = i >= span.first() && i < span.last();
      if (!inside && lexicon.hiring(words.key(i))) {
        return true;
      }
    }
    return told.tell(Phrase.SEEKS, words, span)
        || listedBehind(span, words.sentenceFirst(span.head()));
  }

  /// `has appointed its first cyber security manager`.
  boolean filled(RoleSpan span) {
    int before = span.first() - 1;
    while (before > span.first() - 4
        && !FILLED.contains(words.key(before))
        && lexicon.dropped(words.key(before))) {
      before--;
    }
    return before < span.first()
        && FILLED.contains(words.key(before))
        && words.sameSentence(before, span.head());
  }

  /// `They want to hire 120 people. On the list are software engineers, …`.
  private boolean listedBehind(RoleSpan span, int first) {
    if (first == 0) {
      return false;
    }
    boolean list = false;
    for (int i = first; i < span.first(); i++) {
      list |= LISTS.contains(words.key(i));
    }
    for (int i = words.sentenceFirst(first - 1); list && i < first; i++) {
      if (lexicon.hiring(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  /// `the project manager`, `our service designer`: one of a kind, so a post.
  boolean held(RoleSpan span) {
    String before = words.key(span.first() - 1);
    return DEFINITE.contains(before) && lexicon.domain(words.key(span.head() - 1));
  }

  /// `senior developer £53,000`, `monitoring officer (£104,000)`.
  boolean isPriced(RoleSpan span) {
    int i = span.last();
    i += words.key(i).equals("(") || words.key(i).equals(":") ? 1 : 0;
    boolean named = span.last() - span.first() > 1 || lexicon.hired(words.key(span.head()));
    return switch (words.key(i)) {
      case "\u00a3", "$", "\u20ac" -> named;
      default -> false;
    };
  }

  /// `three temporary data officers`.
  boolean counted(RoleSpan span) {
    int i = span.first() - 1;
    while (i > span.first() - 4 && ADDED.contains(words.key(i))) {
      i--;
    }
    return i < span.first() - 1
        || words.shape(i) == Shape.NUMBER
        || NUMBERS.contains(words.key(i))
        || (words.key(i).equals("of") && words.key(i - 1).equals("couple"));
  }

  boolean offered(RoleSpan span) {
    return told.tell(Phrase.SEEKS, words, span) || told.tell(Phrase.FUNDS, words, span);
  }

  boolean lost(RoleSpan span) {
    return told.tell(Phrase.LEAVES, words, span);
  }

  /// `a category lead for devices` is a post where people are sought.
  boolean soughtFor(RoleSpan span) {
    return words.key(span.last()).equals("for") && hiring(span);
  }

  /// `is recruiting a digital lead`: the post is what is sought.
  boolean soughtAs(RoleSpan span) {
    int verb = span.first() - 2;
    boolean any =
        words.key(span.first() - 1).equals("a") || words.key(span.first() - 1).equals("an");
    return any
        && (told.tell(Phrase.SEEKS, words, span)
            || (lexicon.hiring(words.key(verb)) && words.sameSentence(verb, span.head())));
  }

  /// A line of a list of posts: `Product Manager | Grade 12 | £48,226`.
  boolean listed(RoleSpan span) {
    if (words.lineFirst(span.head()) < span.first() - 1) {
      return false;
    }
    int last = Math.min(words.lineLast(span.head()), span.last() + 12);
    for (int i = span.last(); i < last; i++) {
      String key = words.key(i);
      if (key.equals("|") || key.equals("\u00a3") || key.equals("post") || key.equals("posts")) {
        return true;
      }
    }
    return false;
  }

  /// `is a delivery manager`, `as county computer manager`, `report to the product manager`,
  /// and where pay is spoken of.
  boolean said(RoleSpan span) {
    int before = span.first() - 1;
    while (before > span.first() - 4
        && (lexicon.dropped(words.key(before)) || words.key(before).equals("typical"))) {
      before--;
    }
    String key = words.key(before);
    boolean named =
        BECOMING.contains(key) || (key.equals("of") && POSTS.contains(words.key(before - 1)));
    if ((key.equals("as") && !words.key(before - 1).equals("such")) || named || reported(span)) {
      return true;
    }
    boolean copula =
        COPULAS.contains(key)
            && (words.key(span.first() - 1).equals("a")
                || words.key(span.first() - 1).equals("an"));
    return copula || paid(span);
  }

  boolean reported(RoleSpan span) {
    for (int i = span.first() - 1;
        i > span.first() - 5 && i >= 0 && words.sameSentence(i, span.head());
        i--) {
      if (words.key(i).startsWith("report")
          || (words.key(i + 1).equals("to") && ANSWERS.contains(words.key(i)))
          || (words.key(i + 1).equals("by") && words.key(i).equals("managed"))) {
        return true;
      }
    }
    return false;
  }

  private boolean paid(RoleSpan span) {
    int last = Math.min(words.sentenceLast(span.head()), span.last() + 10);
    boolean pay = false;
    boolean amount = false;
    for (int i = Math.max(words.sentenceFirst(span.head()), span.first() - 10); i < last; i++) {
      pay |= PAY.contains(words.key(i));
      amount |=
          words.key(i).equals("\u00a3")
              || words.key(i).equals("$")
              || words.key(i).equals("\u20ac");
    }
    return pay && amount;
  }
}

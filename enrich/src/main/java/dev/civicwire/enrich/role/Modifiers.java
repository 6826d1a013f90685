package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.Set;

/// How far a title reaches before its head: `EPR programme director`, `second permanent secretary`.
final class Modifiers {
  private static final int LONGEST = 8;

  /// Letters of a noun that may be a field.
  private static final int SHORTEST = 4;

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "its", "their", "our", "as", "appointed", "named");

  private final RoleLexicon lexicon;

  Modifiers(RoleLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The first word of the title whose head, or first known word, is `head`.
  int first(Scene scene, int head, boolean capitalHead) {
    Words words = scene.words();
    int first = head;
    boolean joined = false;
    int limit = Math.max(0, head - LONGEST);
    while (first > limit) {
      if (fits(scene, first - 1, first, capitalHead)) {
        first--;
      } else if (first - 2 >= limit && joins(scene, first, head, joined)) {
        joined = true;
        first -= 2;
      } else {
        break;
      }
    }
    return strip(words, first, head);
  }

  private boolean fits(Scene scene, int i, int next, boolean capitalHead) {
    Words words = scene.words();
    if (i < 0 || scene.named(i) || !words.sameSentence(i, next) || words.shape(i) == Shape.MARK) {
      return false;
    }
    String key = words.key(i);
    if (lexicon.dropped(key)
        || key.equals("head")
        || (key.equals("chief") && !words.key(next).equals("director"))
        || lexicon.political(key)) {
      return false;
    }
    if (key.chars().anyMatch(Character::isDigit)
        || (key.equals("general") && words.key(i - 1).startsWith("director"))) {
      return false;
    }
    if (lexicon.grade(key) || lexicon.domain(key)) {
      boolean lowered =
          words.capital(next) && !words.capital(i) && words.shape(next) == Shape.CAPITALISED;
      return (!scene.place(i) || words.capital(next)) && !lowered;
    }
    if (isField(words, i)) {
      return true;
    }
    boolean capitals = capitalHead && words.capital(i) && words.capital(next);
    boolean upper = words.shape(i) == Shape.UPPER && words.end(i) - words.start(i) > 1;
    return (capitals || upper)
        && !lexicon.stop(key)
        && !lexicon.hiring(key)
        && !scene.place(i)
        && !key.equals("and")
        && !lexicon.label(key);
  }

  /// `a depot manager`: one noun that the lists do not know, between an article and the head.
  private boolean isField(Words words, int i) {
    String key = words.key(i);
    return ARTICLES.contains(words.key(i - 1))
        && words.shape(i) == Shape.LOWER
        && lexicon.head(words.key(i + 1))
        && key.length() >= SHORTEST
        && !lexicon.stop(key)
        && !lexicon.hiring(key)
        && !lexicon.label(key)
        && !lexicon.head(key)
        && !lexicon.quality(key);
  }

  /// `digital and data director`, `digital, data and technology director`.
  private boolean joins(Scene scene, int first, int head, boolean joined) {
    Words words = scene.words();
    String link = words.key(first - 1);
    boolean and =
        (link.equals("and") && first < head)
            || (link.equals("and") && words.key(first).equals("operating"));
    boolean comma = link.equals(",") && joined;
    if ((!and && !comma) || !words.sameSentence(first - 2, first)) {
      return false;
    }
    boolean about = lexicon.domain(words.key(first - 2)) && lexicon.domain(words.key(first));
    return about
        && !scene.named(first - 2)
        && (words.capital(first - 2) == words.capital(first)
            || words.shape(first - 2) == Shape.UPPER
            || words.startsSentence(first - 2))
        && !lexicon.head(words.key(first - 2))
        && !afterOf(words, first - 2);
  }

  /// True where the words before belong to another phrase: `of communications and HR director`.
  private static boolean afterOf(Words words, int i) {
    String before = words.key(i - 1);
    return before.equals("of") || before.equals("in");
  }

  private int strip(Words words, int first, int head) {
    int at = first;
    while (at < head
        && (lexicon.dropped(words.key(at))
            || words.key(at).equals("and")
            || (at == first
                && words.key(at).equals("shared")
                && words.key(head).equals("chief")))) {
      at++;
    }
    return at;
  }
}

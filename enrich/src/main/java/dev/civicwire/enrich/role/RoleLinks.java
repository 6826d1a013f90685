package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.OptionalInt;
import java.util.Set;

/// The body a post belongs to and the person who holds it, by what stands beside it.
final class RoleLinks {
  private static final Set<String> BETWEEN =
      Set.of(
          ",",
          "(",
          ")",
          "-",
          "the",
          "its",
          "their",
          "our",
          "my",
          "his",
          "her",
          "as",
          "is",
          "was",
          "a",
          "an",
          "who",
          "now",
          "currently",
          "interim",
          "acting",
          "new",
          "former",
          "formerly",
          "then",
          "next",
          "current",
          "becomes",
          "became",
          "be",
          "been",
          "appointed",
          "named",
          "permanent",
          "outgoing",
          "will",
          "has",
          "he",
          "she",
          "at",
          "present",
          "of",
          "for",
          "once",
          "first",
          "today");
  /// `the new chief executive of the city, Jo Example`.
  private static final Set<String> EMPLOYERS =
      Set.of(
          "city",
          "county",
          "state",
          "council",
          "department",
          "agency",
          "ministry",
          "trust",
          "authority",
          "force",
          "board",
          "regulator",
          "university",
          "body",
          "service",
          "commission",
          "directorate",
          "office",
          "organisation");
  private static final int REACH = 6;

  private final StatusWords titles;
  private final RoleLexicon lexicon;
  private final Scene scene;
  private final Words words;

  RoleLinks(StatusWords titles, RoleLexicon lexicon, Scene scene) {
    this.titles = titles;
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
  }

  /// The body named right before the title: `HMRC's interim chief executive`.
  OptionalInt bodyBefore(RoleSpan span) {
    int i = span.first() - 1;
    int limit = Math.max(0, span.first() - 5);
    while (i >= limit
        && ((lexicon.dropped(words.key(i)) && !words.key(i).equals("the"))
            || words.key(i).equals("'s")
            || words.key(i).equals("'"))) {
      i--;
    }
    boolean found = i >= 0 && words.sameSentence(i, span.first()) && scene.body(i) != Scene.NONE;
    return found ? OptionalInt.of(scene.body(i)) : OptionalInt.empty();
  }

  /// The person right before or behind the title.
  OptionalInt person(RoleSpan span) {
    OptionalInt behind = walk(span.last(), 1, span);
    return behind.isPresent() ? behind : walk(span.first() - 1, -1, span);
  }

  private OptionalInt walk(int from, int step, RoleSpan span) {
    int i = from;
    int skipped = 0;
    while (i >= 0 && i < words.size() && skipped < REACH) {
      boolean near =
          words.sameSentence(i, span.head())
              || (Math.abs(words.line(i) - words.line(span.head())) == 1 && skipped == 0);
      if (!near) {
        break;
      }
      if (scene.person(i) != Scene.NONE) {
        return OptionalInt.of(scene.person(i));
      }
      if (scene.body(i) != Scene.NONE) {
        i += step;
        continue;
      }
      boolean toBe = words.key(i).equals("to") && words.key(i + 1).equals("be");
      boolean employer = step > 0 && EMPLOYERS.contains(words.key(i)) && skipped > 0;
      boolean colon =
          words.key(i).equals(":") && i == span.last() && span.sort() != RoleSpan.Sort.PROFESSION;
      boolean title = step > 0 && titles.has(StatusWords.Cue.TITLE, words.key(i));
      if ((!BETWEEN.contains(words.key(i)) && !toBe && !title && !employer && !colon)
          || (words.key(i).equals("of") && step < 0)
          || (words.key(i).equals(",") && skipped > 1 && !(step < 0 && isClause(i)))) {
        break;
      }
      skipped++;
      i += step;
    }
    return OptionalInt.empty();
  }

  /// `Jo Example, who is currently head of data`, `Jo Example, as its new chief executive`: the
  /// comma at `i` parts nobody from the post.
  private boolean isClause(int i) {
    return words.key(i + 1).equals("who") || words.key(i + 1).equals("as");
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.Words;
import java.util.OptionalInt;
import java.util.Set;

/// Finds the person of whom a cue speaks, by the grammar of the cue's sentence: `X leaves`, `X, R
/// at B, leaves`, `the R, X, leaves`, `Y, who left`, `she leaves`, `B appointed X`,
/// `departure of X`.
final class Mover {
  private static final int BEHIND = 6;
  private static final int AHEAD = 30;

  private static final Set<String> AUXILIARIES =
      Set.of(
          "will",
          "would",
          "'ll",
          "is",
          "are",
          "was",
          "were",
          "has",
          "had",
          "have",
          "been",
          "be",
          "'s",
          "'d",
          "also",
          "now",
          "just",
          "recently",
          "formally",
          "officially",
          "then",
          "soon",
          "later",
          "finally",
          "currently",
          "abruptly",
          "suddenly",
          "quietly",
          "unexpectedly",
          "himself",
          "herself",
          "both",
          "first",
          "already",
          "temporarily",
          "in",
          "turn");
  private static final Set<String> PASSIVE =
      Set.of("is", "are", "was", "were", "been", "be", "being", "gets", "got");
  private static final Set<String> BOUND =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "due",
          "set",
          "about",
          "expected",
          "decided",
          "announced",
          "agreed",
          "plans",
          "planning",
          "intends",
          "preparing",
          "going",
          "scheduled",
          "had");
  private static final Set<String> DENIED =
      Set.of("may", "might", "could", "not", "n't", "never", "cannot", "should", "to");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "should");
  private static final Set<String> SUBORDINATE =
      Set.of("since", "after", "when", "while", "before", "although", "once", "as", "under");
  private static final Set<String> PRONOUNS =
      Set.of("he", "she", "they", "his", "her", "their", "i", "who");
  private static final Set<String> APART =
      Set.of(
          "said", "says", "told", "added", "wrote", "asked", "warned", "that", ";", "whose",
          "because", "which", "but", "while", "where", "\"", "\u201c", "\u201d");
  private static final Set<String> NO_OBJECT =
      Set.of(",", ";", "as", "to", "by", "in", "on", "at", "a", "an", "that", "and", "for", "with");

  private final MoveScene scene;
  private final Words words;

  Mover(MoveScene scene) {
    this.scene = scene;
    this.words = scene.words;
  }

  /// The number of the person, given the one whom the last cue spoke of, if that was in this
  /// sentence or the one before.
  OptionalInt of(Cue.Hit<MoveCue> cue, OptionalInt last, int lastEnd) {
    return switch (cue.cue().side()) {
      case BEFORE -> object(cue);
      case AFTER -> subject(cue, last, lastEnd);
      case EITHER -> {
        if (isPassive(cue)) {
          yield subject(cue, last, lastEnd);
        }
        OptionalInt object = object(cue);
        boolean reduced =
            words.word(cue.end()).equals("as")
                || words.word(cue.end()).equals("to")
                || scene.role(cue.end()) != MoveScene.NONE;
        yield object.isPresent() || !reduced || !words.word(cue.first() - 1).equals(",")
            ? object
            : subject(cue, last, lastEnd);
      }
    };
  }

  private boolean isPassive(Cue.Hit<MoveCue> cue) {
    int i = cue.first() - 1;
    while (words.word(i).endsWith("ly") || words.word(i).equals("also")) {
      i--;
    }
    return PASSIVE.contains(words.word(i));
  }

  private OptionalInt object(Cue.Hit<MoveCue> cue) {
    int last = words.endOf(words.sentence(cue.first()));
    for (int i = cue.end(); i < Math.min(last, cue.end() + BEHIND); i++) {
      if (scene.person(i) != MoveScene.NONE) {
        return OptionalInt.of(scene.person(i));
      }
      boolean former = scene.body(i) != MoveScene.NONE || scene.role(i) != MoveScene.NONE;
      if (!former && NO_OBJECT.contains(words.word(i))) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt subject(Cue.Hit<MoveCue> cue, OptionalInt last, int lastEnd) {
    int first = words.firstOf(words.sentence(cue.first()));
    int i = cue.first() - 1;
    boolean participle = words.word(cue.end() - 1).endsWith("ed") || isLeft(cue);
    if (cue.cue().kind() != MoveCue.APPOINTS && participle && PASSIVE.contains(words.word(i))) {
      return OptionalInt.empty();
    }
    while (i >= first && scene.person(i) == MoveScene.NONE) {
      boolean bound = words.word(i).equals("to") && BOUND.contains(words.word(i - 1));
      if (words.word(i).equals("to") && i - 1 == lastEnd) {
        return last;
      }
      if (!bound && DENIED.contains(words.word(i))) {
        return OptionalInt.empty();
      }
      if (!bound && !AUXILIARIES.contains(words.word(i)) && !BOUND.contains(words.word(i))) {
        break;
      }
      i--;
    }
    return i < first ? OptionalInt.empty() : at(i, first, last, lastEnd);
  }

  private boolean isLeft(Cue.Hit<MoveCue> cue) {
    return words.word(cue.first()).equals("left");
  }

  private OptionalInt at(int i, int first, OptionalInt last, int lastEnd) {
    String word = words.word(i);
    if (scene.person(i) != MoveScene.NONE) {
      int start = i;
      while (start > first && scene.person(start - 1) == scene.person(i)) {
        start--;
      }
      boolean condition = CONDITIONS.contains(words.word(start - 1));
      return condition ? OptionalInt.empty() : OptionalInt.of(scene.person(i));
    }
    boolean coordinated = (word.equals("and") || word.equals("but")) && lastEnd > first;
    if (coordinated || (word.equals(",") && lastEnd > first && !named(lastEnd, i))) {
      return last;
    }
    if (word.equals("and") && words.sentence(first) == words.sentence(i)) {
      return scene.firstPerson(first, Math.min(i, first + 3));
    }
    if (word.equals("who") || word.equals(",") || word.equals(")")) {
      return apposed(i, first);
    }
    if (PRONOUNS.contains(word) && !CONDITIONS.contains(words.word(i - 1))) {
      return antecedent(i, first, last, lastEnd);
    }
    return scene.body(i) == MoveScene.NONE ? OptionalInt.empty() : ofBody(i, first);
  }

  private boolean named(int from, int to) {
    return scene.firstPerson(from, to).isPresent();
  }

  /// `X, R at B,` and `the R, X,`.
  private OptionalInt apposed(int comma, int first) {
    for (int i = comma - 1; i >= Math.max(first, comma - AHEAD); i--) {
      if (scene.person(i) != MoveScene.NONE) {
        boolean beside = i >= comma - 2;
        boolean opened = words.word(i + 1).equals(",") || words.word(i + 1).equals("(");
        return beside || opened ? OptionalInt.of(scene.person(i)) : OptionalInt.empty();
      }
      if (APART.contains(words.word(i))) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /// `X of B leaves`.
  private OptionalInt ofBody(int end, int first) {
    int i = end;
    while (i > first && scene.body(i) == scene.body(end)) {
      i--;
    }
    while (i > first && words.word(i).equals("the")) {
      i--;
    }
    boolean joined =
        words.word(i).equals("of") || words.word(i).equals("at") || words.word(i).equals("from");
    int number = scene.person(i - 1);
    return joined && number != MoveScene.NONE ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private OptionalInt antecedent(int i, int first, OptionalInt last, int lastEnd) {
    OptionalInt here = scene.firstPerson(first, i);
    if (here.isPresent()) {
      return here;
    }
    int sentence = words.sentence(i);
    if (SUBORDINATE.contains(words.word(first))) {
      int end = words.endOf(sentence);
      return scene.firstPerson(clauseAfterFirst(first, end), end);
    }
    int previous = sentence == 0 ? first : words.firstOf(sentence - 1);
    boolean aside = SUBORDINATE.contains(words.word(previous));
    if (last.isPresent() && lastEnd >= previous && !aside) {
      return last;
    }
    OptionalInt main = scene.firstPerson(clauseAfterFirst(previous, first), first);
    return main.isPresent() ? main : scene.firstPerson(previous, first);
  }

  /// Where the main clause of `Since X left, Y has led it.` begins.
  private int clauseAfterFirst(int from, int to) {
    int i = from;
    if (SUBORDINATE.contains(words.word(from))) {
      while (i < to && !words.word(i).equals(",")) {
        i++;
      }
    }
    return i;
  }
}

package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.Set;

/// Words that speak for or against a person's name.
final class PersonWords {
  /// Words in which a post is named.
  private static final int POST = 5;

  private final Set<String> given = Table.words(PersonWords.class, "given-names.txt");
  private final Set<String> common = Table.words(PersonWords.class, "not-people.txt");
  private final Set<String> surnames = Table.words(PersonWords.class, "word-surnames.txt");
  private final Set<String> domain =
      Table.words(PersonWords.class, "/dev/civicwire/enrich/role/domain-words.txt");
  private final PostWords posts = new PostWords();
  private final Set<String> speech = Table.words(PersonWords.class, "speech-verbs.txt");

  static final Set<String> PARTICLES =
      Set.of(
          "de", "van", "von", "der", "den", "la", "le", "di", "da", "al", "bin", "el", "du", "dos",
          "ap", "del", "della", "das", "ter", "ten", "zu", "bint", "ibn", "ben");
  /// Two capitals that are nobody's initials.
  static final Set<String> ACRONYMS =
      Set.of(
          "uk", "us", "eu", "un", "it", "hr", "pr", "ai", "hm", "pm", "mp", "ms", "tv", "pc", "ni",
          "gp", "ny", "la", "dc", "nz", "vp", "hq", "id", "ip", "ar", "vr", "bt", "ey", "cs", "no");

  static final Set<String> KIN =
      Set.of(
          "wife",
          "husband",
          "son",
          "daughter",
          "mother",
          "father",
          "brother",
          "sister",
          "widow",
          "partner",
          "grandson",
          "granddaughter",
          "daughters",
          "sons");

  boolean given(String surface) {
    if (given.contains(surface) || given.contains(PersonHints.plain(surface))) {
      return true;
    }
    int hyphen = surface.indexOf('-');
    return hyphen > 0 && given.contains(surface.substring(0, hyphen));
  }

  boolean common(String key) {
    return common.contains(key) || (domain.contains(key) && !surnames.contains(key));
  }

  /// True for a surname that is a common word too: `Hall`.
  boolean surname(String key) {
    return surnames.contains(key);
  }

  boolean title(String key) {
    return posts.title(key);
  }

  boolean post(String key) {
    return posts.head(key);
  }

  boolean speech(String key) {
    return speech.contains(key);
  }

  /// True where the two words `[first, last)` have a post beside them, as a person's name has:
  /// `Jo Example, chief digital officer of`.
  boolean titled(Words words, int first, int last) {
    boolean apart = words.key(last).equals(",") || words.key(last).equals("(");
    for (int i = last + 1; apart && i <= last + POST && words.sameSentence(last, i); i++) {
      if (post(words.key(i))) {
        return last == first + 2;
      }
      apart = words.shape(i) == Shape.LOWER;
    }
    return false;
  }
}

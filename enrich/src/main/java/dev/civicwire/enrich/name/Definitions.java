package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an article itself says its acronyms stand for: `Long Name (ACR)` and `ACR (Long Name)`
/// (Schwartz and Hearst, 2003).
final class Definitions {
  private static final String ANNOTATOR = "definition/1";
  /// Words and marks of a name.
  private static final int LONGEST = 14;
  private static final Set<String> NO_BODY =
      Set.of(
          "officer",
          "director",
          "owner",
          "executive",
          "secretary",
          "manager",
          "lead",
          "technology",
          "data",
          "record",
          "records",
          "intelligence",
          "analyst",
          "adviser",
          "advisor",
          "processing",
          "planning",
          "management",
          "learning",
          "computing",
          "development",
          "person",
          "persons",
          "architect",
          "engineer",
          "grade",
          "band",
          "time",
          "identity",
          "interface",
          "transfer",
          "case",
          "impact",
          "assessment",
          "entry",
          "request",
          "pricing",
          "sites");

  private final Map<String, BodyMention> bodies = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final List<BodyMention> added = new ArrayList<>();

  private Definitions() {}

  /// Reads the definitions in `words`, of which `mentions` are known to be bodies.
  static Definitions read(Words words, List<BodyMention> mentions, HeadWords heads) {
    Definitions definitions = new Definitions();
    Map<Integer, BodyMention> byLast = new HashMap<>();
    Map<Integer, BodyMention> byFirst = new HashMap<>();
    for (BodyMention mention : mentions) {
      byLast.put(mention.last(), mention);
      byFirst.put(mention.first(), mention);
    }
    for (int i = 1; i + 1 < words.size(); i++) {
      if (!words.key(i).equals("(")) {
        continue;
      }
      if (isAcronym(words, i + 1) && closes(words, i + 2)) {
        int end = words.key(i - 1).equals("'s") ? i - 1 : i;
        definitions.define(words, end, words.surface(i + 1), heads, byLast);
      } else if (byFirst.containsKey(i + 1) && isAcronym(words, i - 1)) {
        definitions.bodies.putIfAbsent(words.surface(i - 1), byFirst.get(i + 1));
      }
    }
    return definitions;
  }

  /// The body that the article gives this acronym to.
  Optional<BodyMention> body(String acronym) {
    return Optional.ofNullable(bodies.get(acronym))
        .or(() -> Optional.ofNullable(bodies.get(acronym.toUpperCase(Locale.ROOT))));
  }

  /// True where the article gives the acronym to something that is no body.
  boolean somethingElse(String acronym) {
    return others.contains(acronym);
  }

  /// Bodies known only by their definition.
  List<BodyMention> added() {
    return added;
  }

  Map<String, BodyMention> bodies() {
    return bodies;
  }

  /// Defines `acronym` as what ends before word `end`: a possessive mark may stand between.
  private void define(
      Words words, int end, String acronym, HeadWords heads, Map<Integer, BodyMention> byLast) {
    Optional<BodyMention> named =
        Optional.ofNullable(byLast.get(end))
            .filter(
                b -> initials(b.name()).contains(acronym.substring(0, 1).toUpperCase(Locale.ROOT)));
    Optional<BodyMention> spelled = spelledOut(words, end, acronym, heads);
    if (spelled.isPresent()
        && (named.isEmpty()
            || (named.get().first() > spelled.get().first() && named.get().body().isEmpty()))) {
      named = spelled;
      added.add(spelled.get());
    }
    if (named.isPresent()) {
      bodies.putIfAbsent(acronym, named.get());
    } else {
      others.add(acronym);
    }
  }

  private static Optional<BodyMention> spelledOut(
      Words words, int end, String acronym, HeadWords heads) {
    String last = words.key(end - 1);
    if (acronym.length() < 3
        || heads.product(last)
        || (NO_BODY.contains(last) && acronym.length() < 4)) {
      return Optional.empty();
    }
    if (NO_BODY.contains(last)
        && !(last.equals("technology") && !words.key(end - 3).equals("digital"))) {
      return Optional.empty();
    }
    int first = firstOf(words, end, acronym.toUpperCase(Locale.ROOT));
    if (first < 0 || heads.notInNames(words.key(first))) {
      return Optional.empty();
    }
    String name = words.phrase(first, end);
    return Optional.of(
        new BodyMention(first, end, name, Optional.empty(), Kind.PUBLIC, 0.7, ANNOTATOR));
  }

  /// The first of the words before `end` whose initials are `acronym`, or -1.
  private static int firstOf(Words words, int end, String acronym) {
    int letter = acronym.length() - 1;
    int limit = Math.max(0, end - LONGEST);
    for (int i = end - 1; i >= limit && words.sameSentence(i, end); i--) {
      boolean capital = words.capital(i);
      int given = capital ? given(words.surface(i), acronym, letter) : 0;
      letter -= given;
      if (letter < 0) {
        return i;
      }
      boolean word = capital || (words.shape(i) == Shape.LOWER && words.key(i).length() > 4);
      if (given == 0 && word) {
        return -1;
      }
    }
    return -1;
  }

  /// How many letters of `acronym`, up to `letter`, stand for `word`: an acronym gives all of its
  /// own (`IT`), any other word its first.
  private static int given(String word, String acronym, int letter) {
    boolean whole =
        word.length() > 1 && word.length() < 4 && word.equals(word.toUpperCase(Locale.ROOT));
    if (whole && acronym.startsWith(word, letter + 1 - word.length())) {
      return word.length();
    }
    return Character.toUpperCase(word.charAt(0)) == acronym.charAt(letter) ? 1 : 0;
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ -]+")) {
      if (!word.isEmpty()) {
        initials.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    return initials.toString();
  }

  static boolean isAcronym(Words words, int i) {
    Shape shape = words.shape(i);
    if (i < 0 || i >= words.size() || shape == Shape.MARK || shape == Shape.NUMBER) {
      return false;
    }
    String word = words.surface(i);
    long capitals = word.chars().filter(Character::isUpperCase).count();
    return capitals >= 2 && word.length() <= 9 && capitals * 2 >= word.length();
  }

  private static boolean closes(Words words, int i) {
    String key = words.key(i);
    return key.equals(")") || key.equals(",") || key.equals("/") || key.equals(";");
  }
}

package dev.civicwire.enrich.quote;

import dev.civicwire.enrich.name.PostWords;
import dev.civicwire.enrich.text.Rows;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Words by which quotations find their speaker, from `speech.tsv`.
final class SpeechWords {
  private static final int COLUMNS = 2;
  private static final Set<String> MALE = Set.of("mr", "sir", "lord", "father", "king", "prince");
  private static final Set<String> FEMALE =
      Set.of("mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess");

  private final Map<String, Set<String>> kinds =
      Rows.of(SpeechWords.class, "speech.tsv", COLUMNS).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Set.of(row[1].split(" "))));
  private final PostWords posts = new PostWords();

  boolean verb(String key) {
    return is("verb", key);
  }

  boolean naming(String key) {
    return is("naming", key);
  }

  boolean adverb(String key) {
    return is("adverb", key) || (key.length() > 5 && key.endsWith("ly"));
  }

  boolean passive(String key) {
    return is("passive", key);
  }

  boolean spokes(String key) {
    return is("spokes", key);
  }

  boolean source(String key) {
    return is("source", key);
  }

  boolean pronoun(String key) {
    return is("pronoun", key);
  }

  boolean post(String key) {
    return posts.head(key);
  }

  boolean title(String key) {
    return posts.title(key);
  }

  /// The pronoun that a courtesy title calls for, empty where it tells none.
  static String pronounOf(String title) {
    return MALE.contains(title) ? "he" : FEMALE.contains(title) ? "she" : "";
  }

  private boolean is(String kind, String key) {
    return kinds.getOrDefault(kind, Set.of()).contains(key);
  }
}

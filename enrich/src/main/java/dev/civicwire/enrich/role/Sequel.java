package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.List;
import java.util.Set;

/// What the sentences behind a post's own say of it without its title: `The position has been
/// posted`, `They have advertised the joint post`.
final class Sequel {
  private static final int SENTENCES = 3;
  private static final int REACH = 10;
  private static final Set<String> NOUNS = Set.of("post", "position", "role", "job", "vacancy");
  private static final Set<String> POINTERS =
      Set.of("the", "this", "that", "his", "her", "their", "whose", "your", "my", "our");
  private static final Set<String> SOUGHT =
      Set.of(
          "advertised",
          "advertise",
          "advertising",
          "readvertised",
          "re-advertised",
          "advert",
          "advertisement",
          "posted",
          "listed",
          "recruit",
          "recruiting",
          "applications",
          "apply",
          "candidates",
          "search",
          "seek",
          "seeking",
          "looking",
          "find");
  private static final Set<String> SUCCESSORS =
      Set.of("successor", "replacement", "somebody", "someone");
  private static final Set<String> DENIED = Set.of("not", "no", "never", "without");

  private final Words words;

  Sequel(Words words) {
    this.words = words;
  }

  /// True where one of the next sentences, before another title of `spans`, says that the post of
  /// `spans.get(index)` is sought.
  boolean seeks(List<RoleSpan> spans, int index) {
    RoleSpan span = spans.get(index);
    int limit = words.size();
    for (int next = index + 1; next < spans.size() && limit == words.size(); next++) {
      limit = apart(span, spans.get(next)) ? spans.get(next).first() : limit;
      if (next > index + SENTENCES) {
        limit = Math.min(limit, spans.get(next).first());
      }
    }
    int at = words.sentenceLast(span.head());
    for (int n = 0; n < SENTENCES && at < limit; n++) {
      int last = words.sentenceLast(at);
      if (last <= limit && sought(at, last)) {
        return true;
      }
      at = last;
    }
    return false;
  }

  private boolean apart(RoleSpan one, RoleSpan other) {
    return !words.key(one.head()).equals(words.key(other.head()))
        && !words.sameSentence(one.head(), other.head());
  }

  private boolean sought(int first, int last) {
    for (int i = first; i < last; i++) {
      boolean noun = NOUNS.contains(words.key(i));
      boolean pointed = POINTERS.contains(words.key(i - 1)) || POINTERS.contains(words.key(i - 2));
      boolean named = (noun && pointed) || SUCCESSORS.contains(words.key(i));
      if (named && near(i, first, last)) {
        return true;
      }
    }
    return false;
  }

  private boolean near(int noun, int first, int last) {
    boolean sought = false;
    for (int i = Math.max(first, noun - REACH); i < Math.min(last, noun + REACH); i++) {
      if (DENIED.contains(words.key(i))) {
        return false;
      }
      sought |= SOUGHT.contains(words.key(i));
    }
    return sought;
  }
}

package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.Optional;
import java.util.Set;

/// The post that stands beside a person's name, as the text has it.
final class Posts {
  private static final int LONGEST = 14;
  private static final Set<String> ENDS =
      Set.of(
          ",",
          ".",
          ";",
          ":",
          "(",
          ")",
          "\"",
          "-",
          "who",
          "said",
          "says",
          "told",
          "has",
          "had",
          "is",
          "was",
          "will",
          "would",
          "which",
          "whose",
          "added",
          "to",
          "when",
          "after",
          "as",
          "that",
          "announced",
          "wants",
          "argued",
          "called",
          "believes",
          "answered",
          "warned",
          "expected");
  private static final Set<String> OPENS =
      Set.of("the", "its", "a", "an", "their", "then", "once", "now", "currently");

  /// What opens another clause or joins the name to one, and no post.
  private static final Set<String> JOINS =
      Set.of(
          "and",
          "with",
          "from",
          "under",
          "while",
          "rather",
          "but",
          "because",
          "although",
          "not",
          "becomes",
          "became",
          "takes",
          "took",
          "joins",
          "joined",
          "replaces",
          "succeeds",
          "leaves",
          "left",
          "starts",
          "started",
          "moves",
          "moved",
          "gets",
          "got",
          "quit",
          "quits",
          "who",
          "is",
          "was",
          "will",
          "has",
          "had");

  private final Words words;
  private final PersonWords lexicon;

  Posts(Words words, PersonWords lexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  Optional<String> of(int first, int last) {
    return behind(last).or(() -> before(first));
  }

  /// `NAME, chief executive of X`, `NAME (director)`, and the line below a signature.
  private Optional<String> behind(int last) {
    String mark = words.key(last);
    boolean signature = last < words.size() && words.startsLine(last);
    if (!mark.equals(",") && !mark.equals("(") && !signature) {
      return Optional.empty();
    }
    int from = signature ? last : last + 1;
    while (OPENS.contains(words.key(from))) {
      from++;
    }
    if (JOINS.contains(words.key(from))) {
      return Optional.empty();
    }
    int end = from;
    boolean head = false;
    while (end < words.size()
        && end - from < LONGEST
        && words.sameSentence(from, end)
        && !ENDS.contains(words.key(end))) {
      head |= lexicon.post(words.key(end));
      end++;
    }
    return head ? Optional.of(text(from, end)) : Optional.empty();
  }

  /// `chief executive NAME`.
  private Optional<String> before(int first) {
    int at = first - 1;
    if (at < 0 || !words.sameSentence(at, first)) {
      return Optional.empty();
    }
    if (words.key(at).equals(",")) {
      at--;
    }
    int end = at + 1;
    if (!lexicon.post(words.key(at)) && !lexicon.title(words.key(at))) {
      return Optional.empty();
    }
    while (at > 0 && first - at < 8 && words.sameSentence(at - 1, first) && modifies(at - 1)) {
      at--;
    }
    while (JOINS.contains(words.key(at))) {
      at++;
    }
    String post = at < end ? text(at, end) : "";
    return post.length() > 3 ? Optional.of(post) : Optional.empty();
  }

  private boolean modifies(int i) {
    String key = words.key(i);
    return lexicon.post(key)
        || (lexicon.common(key) && !ENDS.contains(key) && !OPENS.contains(key) && key.length() > 3)
        || key.equals("and")
        || key.equals("it")
        || key.equals("vice")
        || words.shape(i) == dev.civicwire.enrich.gazetteer.Shape.UPPER;
  }

  private String text(int first, int last) {
    return words.phrase(first, last);
  }
}

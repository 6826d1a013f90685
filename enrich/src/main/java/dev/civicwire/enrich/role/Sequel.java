package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the sentences behind a post's own say of it without its title: `The position has been
/// posted`, `They have advertised the joint post`, `Recruitment starts at once`.
final class Sequel {
  private static final int SENTENCES = 4;
  private static final int REACH = 16;

  /// Words between "they" and "advertised".
  private static final int CLOSE = 4;

  private final Map<String, Set<String>> lists;
  private final Words words;

  private Sequel(Map<String, Set<String>> lists, Words words) {
    this.lists = lists;
    this.words = words;
  }

  /// The word lists of `sequel.tsv`.
  static Map<String, Set<String>> lists() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String[] row : Rows.of(Sequel.class, "sequel.tsv", 2)) {
      lists.put(row[0], Set.of(row[1].split(", ")));
    }
    return Map.copyOf(lists);
  }

  static Sequel of(Map<String, Set<String>> lists, Words words) {
    return new Sequel(lists, words);
  }

  private boolean is(String list, int i) {
    return lists.getOrDefault(list, Set.of()).contains(words.key(i));
  }

  /// True where one of the next sentences, before another title of `spans`, says that the post of
  /// `spans.get(index)` is sought.
  boolean seeks(List<RoleSpan> spans, int index) {
    RoleSpan span = spans.get(index);
    if (isFilled(spans, index)) {
      return false;
    }
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
      if (last <= limit && !isOfAnother(spans, index, at, last) && sought(at, last)) {
        return true;
      }
      at = last;
    }
    return false;
  }

  /// True where somebody stands in for this post or one beside it: what is said next is of that.
  private boolean isFilled(List<RoleSpan> spans, int index) {
    RoleSpan span = spans.get(index);
    return spans.subList(Math.max(0, index - 1), Math.min(spans.size(), index + 2)).stream()
        .anyMatch(other -> words.sameSentence(span.head(), other.head()) && standsIn(other));
  }

  /// `Jo Example has been filling in as director`: what is said next is of the post that she fills.
  private boolean standsIn(RoleSpan span) {
    return IntStream.range(
            Math.max(words.sentenceFirst(span.head()), span.first() - CLOSE), span.first())
        .anyMatch(i -> is("standing", i) && is("in", i + 1));
  }

  private boolean apart(RoleSpan one, RoleSpan other) {
    return !words.key(one.head()).equals(words.key(other.head()))
        && !words.sameSentence(one.head(), other.head());
  }

  /// True where words `[first, last)` name another post by its own title.
  private boolean isOfAnother(List<RoleSpan> spans, int index, int first, int last) {
    return spans.subList(index + 1, spans.size()).stream()
        .limit(SENTENCES)
        .filter(other -> other.first() >= first && other.last() <= last)
        .anyMatch(other -> differ(spans.get(index), other));
  }

  /// True where each title has a word before its head or behind it that the other has not.
  private boolean differ(RoleSpan one, RoleSpan other) {
    Set<String> these = keys(one);
    Set<String> those = keys(other);
    return !these.containsAll(those) && !those.containsAll(these);
  }

  private Set<String> keys(RoleSpan span) {
    return IntStream.range(span.first(), span.last())
        .mapToObj(words::key)
        .collect(Collectors.toSet());
  }

  private boolean sought(int first, int last) {
    for (int i = first; i < last; i++) {
      boolean pointed = is("pointer", i - 1) || is("pointer", i - 2);
      boolean named = (is("noun", i) && pointed) || is("successor", i);
      if ((named && near(i, first, last, REACH, "sought"))
          || (is("stands", i) && near(i, first, last, CLOSE, "offered"))
          || (is("recruitment", i) && near(i, first, last, CLOSE, "begins"))) {
        return true;
      }
    }
    return false;
  }

  /// True where a word of `list`, and none that denies it, stands near word `at`.
  private boolean near(int at, int first, int last, int reach, String list) {
    boolean near = false;
    for (int i = Math.max(first, at - reach); i < Math.min(last, at + reach); i++) {
      if (is("denied", i)) {
        return false;
      }
      near |= is(list, i);
    }
    return near;
  }
}

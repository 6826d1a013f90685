package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Rows;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// The post that stands beside a person's name, as the text has it.
final class Posts {
  private static final int LONGEST = 14;

  /// Words between a name and the head of a post with a complement before it.
  private static final int COMPLEMENT = 8;

  private static final Map<Word, Set<String>> LISTS = lists();

  private final Words words;
  private final PersonWords lexicon;

  /// What a word does beside a post, from `posts.tsv`.
  private enum Word {
    ENDS,
    OPENS,
    JOINS,
    KIN,
    FILLS,
    OUTSIDE,
    OFFICES,
    SUBJECT
  }

  Posts(Words words, PersonWords lexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  private static Map<Word, Set<String>> lists() {
    Map<Word, Set<String>> lists = new EnumMap<>(Word.class);
    for (String[] row : Rows.of(Posts.class, "posts.tsv", 2)) {
      lists.put(Word.valueOf(row[0].toUpperCase(Locale.ROOT)), Set.of(row[1].split(" ")));
    }
    return lists;
  }

  private boolean is(Word kind, int i) {
    return LISTS.getOrDefault(kind, Set.of()).contains(words.key(i));
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
    while (is(Word.OPENS, from)) {
      from++;
    }
    if (is(Word.JOINS, from) || isKin(from, from + 1) || words.key(from).endsWith("ed")) {
      return Optional.empty();
    }
    int end = from;
    OptionalInt head = OptionalInt.empty();
    while (end < words.size()
        && end - from < LONGEST
        && words.sameSentence(from, end)
        && !is(Word.ENDS, end)) {
      head = head.isEmpty() && lexicon.post(words.key(end)) ? OptionalInt.of(end) : head;
      end++;
    }
    return head.isPresent()
        ? Optional.of(text(behindOwner(from, head.getAsInt()), end))
        : Optional.empty();
  }

  /// Where the post begins behind whose it is: `Newcastle's manager`.
  private int behindOwner(int from, int head) {
    return IntStream.range(from, head)
        .filter(i -> words.key(i).equals("'s"))
        .map(i -> i + 1)
        .max()
        .orElse(from);
  }

  /// `chief executive NAME`, `head of data Cllr NAME`.
  private Optional<String> before(int first) {
    int end = first;
    int title = words.key(first - 1).equals(".") ? first - 2 : first - 1;
    if (is(Word.OFFICES, title)) {
      return Optional.empty();
    }
    while (end > 0 && words.sameSentence(end - 1, first) && isAddress(end - 1)) {
      end--;
    }
    if (words.key(end - 1).equals(",")) {
      end--;
    }
    if (end == 0 || !words.sameSentence(end - 1, first)) {
      return Optional.empty();
    }
    OptionalInt head = lexicon.post(words.key(end - 1)) ? OptionalInt.of(end - 1) : headOf(end - 1);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    int at = head.getAsInt();
    while (at > 0
        && head.getAsInt() - at < COMPLEMENT
        && words.sameSentence(at - 1, first)
        && modifies(at - 1)) {
      at--;
    }
    while (is(Word.JOINS, at)) {
      at++;
    }
    return at < end && !isKin(at, end) ? Optional.of(text(at, end)) : Optional.empty();
  }

  /// `successor`, `party colleague`: what somebody is to another; but not `deputy head of data`.
  private boolean isKin(int first, int end) {
    boolean whole = end >= words.size() || is(Word.ENDS, end) || words.capital(end);
    return is(Word.KIN, end - 1) && whole && end - first <= 2;
  }

  /// `Sir`, `Dr`, `Cllr` and their full stop, right before a name.
  private boolean isAddress(int i) {
    boolean stop = words.key(i).equals(".") && lexicon.title(words.key(i - 1));
    boolean subject = is(Word.SUBJECT, i) && headOf(i).isPresent();
    return stop || (lexicon.title(words.key(i)) && !lexicon.post(words.key(i)) && !subject);
  }

  /// The head of the post whose complement ends with word `last`: `head of data`.
  private OptionalInt headOf(int last) {
    for (int i = last - 1; i > last - COMPLEMENT && words.sameSentence(i, last); i--) {
      boolean links = words.key(i + 1).equals("of") || words.key(i + 1).equals("for");
      if (links && lexicon.post(words.key(i))) {
        return OptionalInt.of(i);
      }
      boolean stops =
          words.shape(i) == Shape.MARK || is(Word.ENDS, i) || lexicon.speech(words.key(i));
      if (stops && !words.key(i).equals(",")) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  private boolean modifies(int i) {
    String key = words.key(i);
    Shape shape = words.shape(i);
    boolean content = lexicon.common(key) && key.length() > 3;
    boolean name = shape == Shape.UPPER || shape == Shape.MIXED || shape == Shape.CAPITALISED;
    return !is(Word.ENDS, i)
        && !is(Word.OPENS, i)
        && !is(Word.OUTSIDE, i)
        && !(words.startsSentence(i) && key.endsWith("ing") && !is(Word.FILLS, i))
        && (lexicon.post(key) || content || name || is(Word.FILLS, i));
  }

  private String text(int first, int last) {
    return words.phrase(first, last);
  }
}

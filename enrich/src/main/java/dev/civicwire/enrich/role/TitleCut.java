package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Where a post's title starts and ends on a line that holds little else.
final class TitleCut {
  /// Words of a title; a longer one is a sentence.
  static final int LONGEST_TITLE = 16;

  private static final int LONGEST_BARE = 8;

  /// Words of page titles that name no post.
  private static final Set<String> NO_POST =
      Set.of(
          "job",
          "jobs",
          "role",
          "roles",
          "post",
          "posts",
          "vacancy",
          "vacancies",
          "careers",
          "career",
          "opportunity",
          "opportunities",
          "recruitment",
          "us",
          "summary",
          "home",
          "search",
          "results",
          "news",
          "campaign",
          "details",
          "pack",
          "about");

  /// Words behind a mark that tell of the terms of a post and no longer what it is.
  private static final Set<String> TERMS =
      Set.of(
          "contract",
          "permanent",
          "temporary",
          "fixed",
          "fixed-term",
          "part-time",
          "full-time",
          "hybrid",
          "remote",
          "readvertised",
          "readvertisement",
          "re-advertised",
          "re-advertisement");

  private final RoleLexicon lexicon;
  private final Scene scene;
  private final Words words;

  TitleCut(RoleLexicon lexicon, Scene scene) {
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
  }

  /// The title between the words `from` and `last` of a line.
  ///
  /// @param labelled true behind a label such as `Job title:`, where it may go on in lower case
  /// @param bare true where it may be a title without a known word for a post
  Optional<RoleSpan> of(int from, int last, boolean labelled, boolean bare) {
    int first = from;
    while (first < last
        && (words.shape(first) == Shape.MARK
            || digits(first)
            || lexicon.dropped(words.key(first)))) {
      first++;
    }
    first = behindBody(first, last);
    int end = first;
    int head = -1;
    while (end < last && !ends(first, end)) {
      if (head < 0 && isHead(end)) {
        head = end;
      }
      end++;
    }
    while (end > first
        && ((words.shape(end - 1) == Shape.MARK && !words.key(end - 1).equals(")"))
            || linking(words.key(end - 1)))) {
      end--;
    }
    if (head < 0 && bare && end - first <= LONGEST_BARE && isName(first, end)) {
      head = end - 1;
    }
    boolean sentence = end < last && words.shape(end) == Shape.LOWER && !labelled;
    if (head < 0
        || end <= head
        || end - first > LONGEST_TITLE
        || sentence
        || !words.capital(first)) {
      return Optional.empty();
    }
    return Optional.of(new RoleSpan(first, end, head, Sort.TITLE_LINE, false, OptionalInt.empty()));
  }

  /// `South Wales Police Trainee Analyst`: whose post it is stands before it.
  private int behindBody(int first, int last) {
    if (first >= last || scene.body(first) == Scene.NONE || scene.bodyStart(first) != first) {
      return first;
    }
    int end = scene.bodyEnd(first);
    return end < last && words.capital(end) ? end : first;
  }

  private boolean isHead(int i) {
    String key = words.key(i);
    return lexicon.head(key)
        || lexicon.acronymAt(words, i).isPresent()
        || key.equals("chief")
        || key.equals("head")
        || key.equals("director")
        || key.equals("directorate-");
  }

  static boolean linking(String key) {
    return key.equals("and")
        || key.equals("of")
        || key.equals("for")
        || key.equals("at")
        || key.equals("in")
        || key.equals("the");
  }

  private boolean ends(int first, int i) {
    String key = words.key(i);
    if (key.equals("(")
        || key.equals("|")
        || key.equals("[")
        || key.equals(";")
        || key.equals(":")
        || key.equals(".")
        || key.equals("\u00a3")) {
      return true;
    }
    if (key.equals("at")
        || key.equals("with")
        || key.equals("ref")
        || key.equals("reference")
        || key.equals("vacancy")
        || key.equals("salary")
        || key.equals("closing")) {
      return true;
    }
    if (i > first && (times(i) || grade(i))) {
      return true;
    }
    boolean separated = key.equals(",") || key.equals("-");
    if (separated && i > first) {
      int next = i + 1;
      boolean foreign =
          scene.body(next) != Scene.NONE || scene.place(next) || words.shape(next) == Shape.NUMBER;
      boolean last = next + 1 >= words.lineLast(i);
      boolean code = words.shape(next) == Shape.UPPER || isCode(words.key(next));
      return foreign || (last && code) || TERMS.contains(words.key(next));
    }
    boolean goesOn =
        i > first
            && (key.equals("in") || key.equals("to"))
            && aboutWork(words.key(i + 1).equals("the") ? i + 2 : i + 1);
    boolean the = key.equals("the") && words.key(i - 1).equals("to");
    boolean stop = lexicon.stop(key) && words.shape(i) == Shape.LOWER && !goesOn && !the;
    boolean body = scene.body(i) != Scene.NONE && scene.bodyStart(i) == i && i > first;
    return stop || (body && !linking(words.key(i - 1)));
  }

  /// `Network Engineer x 2`, `Product Manager x3`.
  private boolean times(int i) {
    String key = words.key(i);
    boolean number = key.length() > 1 && Character.isDigit(key.charAt(1));
    return (key.startsWith("x") || key.startsWith("\u00d7"))
        && (number || (key.length() == 1 && words.shape(i + 1) == Shape.NUMBER));
  }

  /// `Grade 4`, `Band 8b`.
  private boolean grade(int i) {
    String key = words.key(i);
    return (key.equals("grade") || key.equals("band")) && words.shape(i + 1) == Shape.NUMBER;
  }

  /// `Lecturer in Computer Science`, `Assistant to the Chief Executive`.
  private boolean aboutWork(int i) {
    return words.capital(i) && scene.body(i) == Scene.NONE && !scene.place(i);
  }

  /// A job number such as `FIF09812`.
  private static boolean isCode(String key) {
    return key.length() > 3 && key.chars().filter(Character::isDigit).count() > 2;
  }

  private boolean digits(int i) {
    return words.key(i).chars().allMatch(Character::isDigit);
  }

  /// True where all words are capitalised and none speaks of vacancies as such, or of a body.
  private boolean isName(int first, int end) {
    boolean name = end > first;
    for (int i = first; i < end; i++) {
      boolean known = scene.named(i) || scene.place(i) || NO_POST.contains(words.key(i));
      name &= !known && (words.capital(i) || linking(words.key(i)) || words.shape(i) == Shape.MARK);
    }
    return name;
  }
}

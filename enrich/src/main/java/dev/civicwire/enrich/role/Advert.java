package dev.civicwire.enrich.role;

import dev.civicwire.contract.Article;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Whether an article is itself an advert, and the lines of it that hold the post's title.
final class Advert {
  private static final List<String> SIGNS =
      List.of(
          "closing date",
          "job summary",
          "job description",
          "person specification",
          "how to apply",
          "essential criteria",
          "working pattern",
          "contract type",
          "job title",
          "salary:",
          "grade:",
          "location:",
          "selection process",
          "candidate pack",
          "main duties",
          "about the role",
          "candidate information",
          "what we offer",
          "job overview",
          "job reference",
          "hours per week",
          "reports to",
          "apply now",
          "about the job",
          "about you",
          "the successful candidate",
          "the role",
          "key responsibilities",
          "job alert",
          "this position",
          "about the team",
          "full-time",
          "full time",
          "permanent",
          "salary",
          "please apply",
          "annual leave",
          "benefits");
  private static final List<String> SOUGHT =
      List.of(
          "seeks",
          "wanted",
          "looks for",
          "needs",
          "hiring",
          "recruits",
          "recruiting",
          "advertised",
          "advertises",
          "wants",
          "vacancy",
          "search for",
          "hunt for",
          "needed",
          "sought");
  private static final int ENOUGH = 4;
  private static final int LONGEST_TITLE = 16;
  private static final int SHORT_TITLE = 9;
  private static final int SEARCHED_LINES = 400;

  private final RoleLexicon lexicon;
  private final Scene scene;
  private final Words words;
  private final boolean advert;
  private final String title;

  Advert(RoleLexicon lexicon, Scene scene, Article article, String normal) {
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
    this.title = plain(article.title());
    this.advert =
        article.jobPosting().isPresent() || signs(normal) >= ENOUGH || isTitle(article.title());
  }

  private static int signs(String normal) {
    String start = normal.substring(0, Math.min(normal.length(), 20_000)).toLowerCase(Locale.ROOT);
    int count = 0;
    for (String sign : SIGNS) {
      count += start.contains(sign) ? 1 : 0;
    }
    return count;
  }

  /// True for a page title that is a post's title and nothing more.
  private boolean isTitle(String pageTitle) {
    Words all = Words.of(pageTitle);
    boolean head = false;
    for (int i = 0; i < all.size(); i++) {
      String key = all.key(i);
      boolean lower = all.shape(i) == Shape.LOWER && !linking(key);
      if (lower
          || (lexicon.stop(key) && !lexicon.domain(key))
          || (lexicon.dropped(key) && !linking(key))
          || key.equals("'s")
          || key.equals("?")) {
        return false;
      }
      head |=
          lexicon.head(key)
              || key.equals("chief")
              || key.equals("head")
              || key.equals("director")
              || key.equals("secretary");
    }
    return head && all.size() <= LONGEST_TITLE;
  }

  /// True where the page's title names the post, and the page is an advert or its title seeks
  /// someone.
  boolean seeks(String key) {
    String page = " " + title + " ";
    boolean named = page.contains(" " + key + " ") || page.contains(" " + key + "s ");
    return named
        && (advert
            || SOUGHT.stream().anyMatch(cue -> (" " + title + " ").contains(" " + cue + " ")));
  }

  boolean isAdvert() {
    return advert;
  }

  /// True where an advert's page title has the words of `span` at its start or after a mark.
  boolean names(RoleSpan span) {
    return advert
        && span.last() - span.first() > 1
        && (" " + title + " ")
            .contains(" " + plain(words.surface(span.first(), span.last())) + " ");
  }

  /// The lines that are nothing but a post's title.
  List<RoleSpan> titleLines() {
    List<RoleSpan> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int line = 0;
    for (int i = 0; i < words.size() && line < SEARCHED_LINES; i = words.lineLast(i), line++) {
      Optional<RoleSpan> span = titleLine(i, line);
      if (span.isPresent()) {
        String surface = plain(words.surface(span.get().first(), span.get().last()));
        boolean listed = offers(words.lineLast(i));
        if (seen.isEmpty() || line < 2 || listed || seen.contains(surface) || labelled(i) > i) {
          found.add(span.get());
          seen.add(surface);
        }
      }
    }
    return found;
  }

  private Optional<RoleSpan> titleLine(int first, int line) {
    int from = labelled(first);
    int last = words.lineLast(first);
    boolean labelled = from > first || (belowLabel(first) && last - first <= SHORT_TITLE);
    String text = plain(words.surface(first, last));
    boolean titled =
        !title.isEmpty()
            && (title.equals(text)
                || (text.length() > 8 && title.startsWith(text))
                || (title.length() > 8 && text.startsWith(title)));
    boolean opens = (line < 2 && advert) || (line == 0 && last - first <= SHORT_TITLE);
    boolean offered = advert && last - first <= SHORT_TITLE && offers(last);
    if (!labelled && !(titled && advert) && !opens && !offered) {
      return Optional.empty();
    }
    boolean sure = advert && (labelled || titled || opens);
    return cut(from, last, labelled).filter(s -> sure || whole(s, last));
  }

  /// True where the line holds nothing else but brackets.
  private boolean whole(RoleSpan span, int last) {
    boolean named = false;
    boolean lower = false;
    for (int i = span.first(); i < span.last(); i++) {
      named |= scene.named(i);
      lower |=
          (words.shape(i) == Shape.LOWER && !linking(words.key(i))) || words.key(i).equals(">");
    }
    return !named && !lower && (span.last() == last || words.key(span.last()).equals("("));
  }

  /// The word behind a label such as `Job title:`, else `first`.
  private int labelled(int first) {
    if (first > 0 && words.key(words.lineFirst(first - 1)).equals("name")) {
      return first;
    }
    for (int colon = first + 1; colon <= first + 3 && colon < words.lineLast(first); colon++) {
      if (words.key(colon).equals(":")) {
        String label = words.surface(first, colon).toLowerCase(Locale.ROOT);
        return lexicon.label(label) && colon + 1 < words.lineLast(first) ? colon + 1 : first;
      }
    }
    return first;
  }

  /// True where the line at `first` says what is paid: posts of a list stand above their pay.
  private boolean offers(int first) {
    int i = first;
    while (words.shape(i) == Shape.MARK && i < first + 2 && !words.key(i).equals("\u00a3")) {
      i++;
    }
    return switch (words.key(i)) {
      case "salary", "pay", "grade", "band", "\u00a3", "$", "\u20ac" -> true;
      default -> false;
    };
  }

  /// True where the line above is nothing but a label such as `Job title`.
  private boolean belowLabel(int first) {
    if (first == 0) {
      return false;
    }
    int above = words.lineFirst(first - 1);
    int end = words.key(first - 1).equals(":") ? first - 1 : first;
    return end - above >= 1
        && end - above <= 2
        && lexicon.label(words.surface(above, end).toLowerCase(Locale.ROOT));
  }

  private Optional<RoleSpan> cut(int from, int last, boolean labelled) {
    int first = from;
    while (first < last
        && (words.shape(first) == Shape.MARK
            || words.shape(first) == Shape.NUMBER
            || lexicon.dropped(words.key(first)))) {
      first++;
    }
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

  private boolean isHead(int i) {
    String key = words.key(i);
    return lexicon.head(key)
        || lexicon.acronymAt(words, i).isPresent()
        || key.equals("chief")
        || key.equals("head")
        || key.equals("director")
        || key.equals("directorate-");
  }

  private static boolean linking(String key) {
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
    if (i > first && times(i)) {
      return true;
    }
    boolean separated = key.equals(",") || key.equals("-");
    if (separated && i > first) {
      int next = i + 1;
      boolean foreign =
          scene.body(next) != Scene.NONE || scene.place(next) || words.shape(next) == Shape.NUMBER;
      boolean grade = words.shape(next) == Shape.UPPER && words.key(next + 1).isEmpty();
      return foreign || grade;
    }
    return (lexicon.stop(key) && words.shape(i) == Shape.LOWER)
        || (scene.body(i) != Scene.NONE && i > first && !linking(words.key(i - 1)));
  }

  /// `Network Engineer x 2`, `Product Manager x3`.
  private boolean times(int i) {
    String key = words.key(i);
    boolean number = key.length() > 1 && Character.isDigit(key.charAt(1));
    return key.startsWith("x")
        && (number || (key.length() == 1 && words.shape(i + 1) == Shape.NUMBER));
  }

  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("&", "and")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}

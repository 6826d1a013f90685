package dev.civicwire.enrich.role;

import dev.civicwire.contract.Article;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.PlainWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private static final int SHORT_TITLE = 9;
  private static final int SEARCHED_LINES = 400;
  private static final int SEARCHED_WORDS = 3_000;

  private final RoleLexicon lexicon;
  private final Scene scene;
  private final Words words;
  private final TitleCut cut;
  private final boolean strong;
  private final boolean advert;
  private final String title;
  private final String spaced;
  private final Words pageTitle;

  Advert(RoleLexicon lexicon, Scene scene, Article article, String normal) {
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
    this.cut = new TitleCut(lexicon, scene);
    this.title = PlainWords.of(article.title());
    this.strong = article.jobPosting().isPresent() || signs(normal) >= ENOUGH;
    this.advert = strong || isTitle(lexicon, article.title());
    this.spaced = " " + title + " ";
    this.pageTitle = Words.of(article.title());
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
  static boolean isTitle(RoleLexicon lexicon, String pageTitle) {
    Words all = Words.of(pageTitle);
    boolean head = false;
    for (int i = 0; i < all.size(); i++) {
      String key = all.key(i);
      boolean lower = all.shape(i) == Shape.LOWER && !TitleCut.linking(key);
      if (lower
          || (lexicon.stop(key) && !lexicon.domain(key))
          || (lexicon.dropped(key) && !TitleCut.linking(key) && !(i == 0 && isKindOfHire(key)))
          || key.equals("'s")
          || key.equals("?")) {
        return false;
      }
      head |=
          lexicon.head(key)
              || lexicon.acronym(all.surface(i)).isPresent()
              || key.equals("chief")
              || key.equals("head")
              || key.equals("director")
              || key.equals("secretary");
    }
    return head && all.size() <= TitleCut.LONGEST_TITLE;
  }

  /// `Interim Programme Manager`.
  private static boolean isKindOfHire(String key) {
    return switch (key) {
      case "interim", "temporary", "part-time", "full-time" -> true;
      default -> false;
    };
  }

  /// True where the page's title names the post, and the page is an advert or its title seeks
  /// someone.
  boolean seeks(String key) {
    boolean named = spaced.contains(" " + key + " ") || spaced.contains(" " + key + "s ");
    return named && (advert || SOUGHT.stream().anyMatch(cue -> spaced.contains(" " + cue + " ")));
  }

  boolean isAdvert() {
    return advert;
  }

  /// True where an advert's page title has the words of `span` at its start or after a mark.
  boolean names(RoleSpan span) {
    if (!advert) {
      return false;
    }
    String surface = PlainWords.of(words.surface(span.first(), span.last()));
    boolean part = span.last() - span.first() > 1 && spaced.contains(" " + surface + " ");
    return part || title.equals(surface);
  }

  /// The lines that are nothing but a post's title.
  List<RoleSpan> titleLines() {
    List<RoleSpan> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int line = 0;
    for (int i = 0; i < words.size() && line < SEARCHED_LINES; i = words.lineLast(i), line++) {
      Optional<RoleSpan> span = titleLine(i, line);
      if (span.isPresent()) {
        String surface = PlainWords.of(words.surface(span.get().first(), span.get().last()));
        boolean listed = offers(words.lineLast(i));
        if (seen.isEmpty() || line < 2 || listed || seen.contains(surface) || labelled(i) > i) {
          found.add(span.get());
          seen.add(surface);
        }
      }
    }
    if (found.isEmpty() && strong) {
      phrase().ifPresent(found::add);
    }
    return found;
  }

  /// The page title's own words, up to a mark, where they stand first in the text: in an advert
  /// they are the post, of whatever kind it is.
  private Optional<RoleSpan> phrase() {
    int length = 0;
    while (length < pageTitle.size() && !closes(length)) {
      length++;
    }
    int limit = Math.min(words.size(), SEARCHED_WORDS) - length;
    for (int i = 0; i <= limit && length > 0 && length <= SHORT_TITLE; i++) {
      int at = 0;
      while (at < length && words.key(i + at).equals(pageTitle.key(at))) {
        at++;
      }
      if (at == length && words.capital(i)) {
        return cut.of(i, i + length, true, true);
      }
    }
    return Optional.empty();
  }

  private boolean closes(int i) {
    String key = pageTitle.key(i);
    return i > 0 && (key.equals("at") || (pageTitle.shape(i) == Shape.MARK && !joins(i)));
  }

  private boolean joins(int i) {
    String key = pageTitle.key(i);
    boolean inner = i + 1 < pageTitle.size() && pageTitle.touchesPrevious(i + 1);
    return inner || key.equals("/") || key.equals("'") || key.equals("'s");
  }

  private Optional<RoleSpan> titleLine(int first, int line) {
    int from = labelled(first);
    int last = words.lineLast(first);
    boolean labelled = from > first || (belowLabel(first) && last - first <= SHORT_TITLE);
    String text = PlainWords.of(words.surface(first, last));
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
    boolean bare = strong && ((titled && !title.isEmpty()) || labelled);
    return cut.of(from, last, labelled, bare).filter(s -> sure || whole(s, last));
  }

  /// True where the line holds nothing else but brackets.
  private boolean whole(RoleSpan span, int last) {
    boolean named = false;
    boolean lower = false;
    for (int i = span.first(); i < span.last(); i++) {
      named |= scene.named(i);
      lower |=
          (words.shape(i) == Shape.LOWER && !TitleCut.linking(words.key(i)))
              || words.key(i).equals(">");
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
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.vacancy.PlaceWords.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads what an advert writes behind `Location:`: of an address the town, of a list its towns, and
/// an area only where no town is named.
final class PlaceLine {
  private static final String MARKS = ",/()\n\u2022*";
  private static final int MAX_WORDS = 4;
  private static final int MAX_PARTS = 40;

  /// Behind so many places in a row a name that no list knows is one as well.
  private static final int LISTED = 2;

  /// Words in lower case within the names of places.
  private static final Set<String> SMALL =
      Set.of(
          "of", "upon", "on", "the", "by", "le", "la", "in", "under", "and", "or", "sur", "y", "o");

  /// What ends a list of places.
  private static final List<String> ENDS =
      List.of(" with ", " for ", " plus ", " but ", " within ");

  private final String text;
  private final PlaceWords lexicon;

  PlaceLine(String text, PlaceWords lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  private record Part(Mention name, Sort sort, boolean bracketed) {}

  /// The places that `[start, end)` gives, as they stand in it.
  List<Mention> places(int start, int end) {
    List<Mention> all = new ArrayList<>();
    int from = start;
    for (int i = start; i <= end && all.size() < MAX_PARTS; i++) {
      if (i == end || text.charAt(i) == ';' || text.charAt(i) == '|') {
        all.addAll(places(parts(from, cut(from, i))));
        from = i + 1;
      }
    }
    return all.isEmpty() ? address(parts(start, end)) : all;
  }

  /// The offset at which a clause follows: "Plymouth, with travel to Tavistock".
  private int cut(int start, int end) {
    int cut = end;
    for (String word : ENDS) {
      int at = text.indexOf(word, start, end);
      cut = at > start ? Math.min(cut, at) : cut;
    }
    return cut;
  }

  private List<Part> parts(int start, int end) {
    List<Part> parts = new ArrayList<>();
    int from = start;
    boolean bracketed = false;
    for (int i = start; i <= end && parts.size() < MAX_PARTS; i++) {
      int mark = i == end ? 1 : markAt(i, end);
      if (mark > 0) {
        add(parts, from, i, bracketed);
        bracketed = i < end && text.charAt(i) == '(';
        from = i + mark;
        i = from - 1;
      }
    }
    return parts;
  }

  private List<Mention> places(List<Part> all) {
    boolean outside = all.stream().anyMatch(p -> !p.bracketed() && p.sort() == Sort.TOWN);
    List<Part> parts = outside ? all.stream().filter(p -> !p.bracketed()).toList() : all;
    List<Mention> towns = of(parts, Sort.TOWN);
    List<Mention> unknown = of(parts, Sort.UNKNOWN);
    int address = firstAddress(parts);
    if (!towns.isEmpty()) {
      boolean list = towns.size() >= LISTED && address > towns.getFirst().start();
      return list ? listed(parts, address) : towns;
    }
    boolean none = parts.stream().anyMatch(p -> p.sort() == Sort.NONE && !p.bracketed());
    if (!unknown.isEmpty() && !none) {
      boolean list = unknown.size() > LISTED && address > unknown.getLast().start();
      return list ? unknown : List.of(behind(unknown, address));
    }
    return of(parts, Sort.AREA).stream()
        .filter(m -> lexicon.knows(m.surface()) || isCounty(m))
        .toList();
  }

  /// An address that names no town: `2 Metro Tech`.
  private static List<Mention> address(List<Part> parts) {
    return parts.stream()
        .limit(1)
        .filter(p -> p.sort() == Sort.ADDRESS && Character.isDigit(p.name().surface().charAt(0)))
        .map(Part::name)
        .filter(m -> m.surface().split(" +").length <= MAX_WORDS)
        .filter(m -> m.surface().chars().anyMatch(Character::isUpperCase))
        .toList();
  }

  private static int firstAddress(List<Part> parts) {
    return parts.stream()
        .filter(p -> p.sort() == Sort.ADDRESS)
        .mapToInt(p -> p.name().start())
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /// The first name where it opens the line, else the first behind a street or building.
  private static Mention behind(List<Mention> names, int address) {
    Mention first = names.getFirst();
    return first.start() < address
        ? first
        : names.stream().filter(n -> n.start() > address).findFirst().orElse(first);
  }

  private static boolean isCounty(Mention name) {
    return name.surface().toLowerCase(Locale.ROOT).contains("county");
  }

  private static List<Mention> listed(List<Part> parts, int address) {
    return parts.stream()
        .filter(p -> p.sort() == Sort.TOWN || p.sort() == Sort.UNKNOWN)
        .map(Part::name)
        .filter(m -> m.start() < address)
        .toList();
  }

  private static List<Mention> of(List<Part> parts, Sort sort) {
    return parts.stream().filter(p -> p.sort() == sort).map(Part::name).toList();
  }

  /// The length of the mark that parts two places at `i`; 0 where none stands there.
  private int markAt(int i, int end) {
    if (MARKS.indexOf(text.charAt(i)) >= 0) {
      return 1;
    }
    for (String mark : List.of(" and ", " or ", " & ", " - ", " \u2013 ", "  ", ". ")) {
      boolean dot = mark.equals(". ") && i - 3 >= 0 && " \n,".indexOf(text.charAt(i - 3)) >= 0;
      if (text.regionMatches(true, i, mark, 0, mark.length()) && i + mark.length() <= end && !dot) {
        return mark.length();
      }
    }
    return 0;
  }

  /// True where words in lower case say that more than a name stands there.
  private boolean isSentence(int start, int end) {
    for (String word : text.substring(start, end).split("[\\s/]+")) {
      if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !SMALL.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Of `Southampton Example Search is advising` the town with which it opens.
  private void addOpening(List<Part> parts, int start, int end, boolean bracketed) {
    for (int at = text.lastIndexOf(' ', end - 1); at > start; at = text.lastIndexOf(' ', at - 1)) {
      if (lexicon.knows(text.substring(start, at))) {
        parts.add(new Part(Mention.of(text, start, at), Sort.TOWN, bracketed));
        return;
      }
    }
  }

  private void add(List<Part> parts, int from, int to, boolean bracketed) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    start = afterArea(afterPreposition(start, end), end);
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    end = withoutTail(start, end);
    if (end <= start) {
      return;
    }
    if (isSentence(start, end)) {
      addOpening(parts, start, end, bracketed);
      return;
    }
    Mention name = Mention.of(text, start, end);
    int words = name.surface().split(" +").length;
    Sort sort = lexicon.sort(name.surface());
    boolean address = sort == Sort.UNKNOWN && words > MAX_WORDS;
    parts.add(new Part(name, address ? Sort.ADDRESS : sort, bracketed));
  }

  /// "Based in Leeds": the offset of the name.
  private int afterPreposition(int start, int end) {
    int at = start;
    for (String word : List.of("based ", "mainly ", "near ", "in ", "at ", "the city of ")) {
      if (text.regionMatches(true, at, word, 0, word.length()) && at + word.length() < end) {
        at += word.length();
      }
    }
    return at;
  }

  /// "Netherlands-The Hague": the offset of the town.
  private int afterArea(int start, int end) {
    int dash = text.indexOf('-', start, end);
    boolean area = dash > start && lexicon.sort(text.substring(start, dash)) == Sort.AREA;
    return area && dash + 1 < end ? dash + 1 : start;
  }

  /// The end of the name without a postcode, a state in short or a word such as "area".
  private int withoutTail(int start, int end) {
    int last = end;
    int space = text.lastIndexOf(' ', last - 1);
    while (space > start
        && isTail(text.substring(space + 1, last))
        && !lexicon.knows(text.substring(start, last))) {
      last = space;
      while (last > start && !Character.isLetterOrDigit(text.charAt(last - 1))) {
        last--;
      }
      space = text.lastIndexOf(' ', last - 1);
    }
    return last;
  }

  private boolean isTail(String word) {
    boolean digits = word.chars().anyMatch(Character::isDigit);
    boolean letter = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return lexicon.isTail(word) || letter || (digits && word.length() <= MAX_WORDS + 2);
  }
}

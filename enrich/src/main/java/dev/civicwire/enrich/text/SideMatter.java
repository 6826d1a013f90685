package dev.civicwire.enrich.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a page says beside its article: lists of other articles, invitations to follow, tags,
/// credits of pictures. It is blanked, so that nothing in it is tagged and every offset holds.
/// Immutable and safe for threads.
final class SideMatter {
  /// Words that open a line of a kind, from `side-matter.tsv`.
  private static final Set<String> BLOCKS = openings("block");

  private static final Set<String> RESTS = openings("rest");
  private static final Set<String> CREDITS = openings("credit");
  private static final Set<String> LINES = openings("line");

  /// The first words of all of them.
  private static final Set<String> FIRST = first();

  /// Words of the longest opening.
  private static final int MAX_OPENING = 7;

  /// Words of a line that invites, credits or points elsewhere; a longer one is the article's.
  private static final int MAX_LINE = 30;

  /// Words of a credit; a longer one is a caption.
  private static final int MAX_CREDIT = 12;

  /// Words of a headline in a list.
  private static final int MAX_HEADLINE = 22;

  /// Headlines under one heading.
  private static final int MAX_ITEMS = 15;

  private final String normal;
  private final List<Line> lines;
  private final char[] kept;
  private boolean masked;

  private SideMatter(String normal, List<Line> lines) {
    this.normal = normal;
    this.lines = lines;
    this.kept = normal.toCharArray();
  }

  /// `normal` with what stands beside the article blanked; as long as it was.
  static String masked(String normal, List<Line> lines) {
    SideMatter side = new SideMatter(normal, lines);
    int line = 0;
    while (line < lines.size()) {
      line = side.read(line);
    }
    return side.masked ? new String(side.kept) : normal;
  }

  private static Set<String> openings(String kind) {
    Set<String> openings = new HashSet<>();
    for (String[] row : Rows.of(SideMatter.class, "side-matter.tsv", 2)) {
      if (row[0].equals(kind)) {
        for (String phrase : row[1].split(" / ")) {
          spell(phrase.split(" "), 0, "", openings);
        }
      }
    }
    return Set.copyOf(openings);
  }

  private static Set<String> first() {
    Set<String> first = new HashSet<>();
    for (Set<String> openings : List.of(BLOCKS, RESTS, CREDITS, LINES)) {
      openings.forEach(opening -> first.add(opening.split(" ")[0]));
    }
    return Set.copyOf(first);
  }

  /// True where the line's first word, or its first mark without letters behind it, may open one.
  private boolean mayOpen(Line line) {
    int from = line.start();
    while (from < line.end() && !Character.isLetter(normal.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < line.end()
        && (Character.isLetter(normal.charAt(to)) || normal.charAt(to) == '\'')) {
      to++;
    }
    String word = normal.substring(from, to).toLowerCase(Locale.ROOT);
    return FIRST.contains(word)
        || FIRST.contains(word.replaceFirst("'s?$", ""))
        || from > line.start();
  }

  private static void spell(String[] words, int at, String before, Set<String> openings) {
    if (at == words.length) {
      openings.add(before);
      return;
    }
    for (String word : words[at].split("\\|")) {
      spell(words, at + 1, before.isEmpty() ? word : before + " " + word, openings);
    }
  }

  /// Reads the line and, where it opens a block, those of its block; the number of the next.
  private int read(int number) {
    Line line = lines.get(number);
    if (!mayOpen(line)) {
      return number + 1;
    }
    List<String> words = words(line);
    String opening = opening(words);
    if (words.size() > MAX_LINE || opening.isEmpty()) {
      return number + 1;
    }
    int behind = opening.split(" ").length;
    String mark = behind < words.size() ? words.get(behind) : "";
    boolean closed = behind >= words.size() || (behind + 1 == words.size() && isMark(mark));
    if (BLOCKS.contains(opening) && (closed || isSubject(opening, number))) {
      return readBlock(number);
    }
    boolean rest = RESTS.contains(opening) && isMark(mark);
    boolean credit = CREDITS.contains(opening) && words.size() <= MAX_CREDIT;
    boolean credits = credit && (isMark(mark) || opening.endsWith(" by"));
    if (rest || credits || LINES.contains(opening)) {
      blank(line);
    }
    return number + 1;
  }

  /// `Read more about councils and IT` above a list of headlines.
  private boolean isSubject(String opening, int number) {
    return opening.startsWith("read ")
        && !isSentence(lines.get(number))
        && number + 1 < lines.size()
        && isItem(lines.get(number + 1));
  }

  private static boolean isMark(String word) {
    return word.equals(":") || word.equals("-") || word.equals("|") || word.equals(">");
  }

  /// The longest opening that is known, or nothing.
  private String opening(List<String> words) {
    String longest = "";
    StringBuilder opening = new StringBuilder();
    for (int i = 0; i < Math.min(words.size(), MAX_OPENING); i++) {
      opening.append(i == 0 ? "" : " ").append(words.get(i));
      String text = opening.toString();
      if (isKnown(text)) {
        longest = text;
      }
    }
    return longest;
  }

  private static boolean isKnown(String opening) {
    return BLOCKS.contains(opening)
        || RESTS.contains(opening)
        || CREDITS.contains(opening)
        || LINES.contains(opening);
  }

  /// Blanks the heading and the headlines under it, up to a paragraph or a heading of one.
  private int readBlock(int heading) {
    int next = heading + 1;
    while (next < lines.size() && next <= heading + MAX_ITEMS && isHeadline(next)) {
      next++;
    }
    for (int line = heading; line < next; line++) {
      blank(lines.get(line));
    }
    return next;
  }

  /// A list item, or a short line without a full stop that heads no paragraph and is no label.
  private boolean isHeadline(int number) {
    Line line = lines.get(number);
    int words = count(line);
    if (words > MAX_HEADLINE) {
      return false;
    }
    boolean labelled = line.label().filter(l -> l.valueEnd() > l.valueStart()).isPresent();
    return isItem(line) || (!isSentence(line) && !labelled && !headsParagraph(number));
  }

  private boolean isItem(Line line) {
    char first = normal.charAt(line.start());
    return first == '*' || first == '-' || first == '>' || first == '\u2022' || isNumbered(line);
  }

  /// `1. Treasury names its chief AI officer`.
  private boolean isNumbered(Line line) {
    int i = line.start();
    while (i < line.end() && Character.isDigit(normal.charAt(i))) {
      i++;
    }
    boolean dot = i < line.end() && (normal.charAt(i) == '.' || normal.charAt(i) == ')');
    return dot && i > line.start() && i < line.start() + 3;
  }

  private boolean isSentence(Line line) {
    char last = normal.charAt(line.end() - 1);
    char before = normal.charAt(Math.max(line.start(), line.end() - 2));
    return last == '.' || last == '!' || (last == '"' && before == '.');
  }

  private boolean headsParagraph(int number) {
    if (number + 1 >= lines.size()) {
      return false;
    }
    Line next = lines.get(number + 1);
    return isSentence(next) || count(next) > MAX_HEADLINE;
  }

  private int count(Line line) {
    int words = 1;
    for (int i = line.start() + 1; i < line.end() && words <= MAX_LINE; i++) {
      words += normal.charAt(i) == ' ' && normal.charAt(i - 1) != ' ' ? 1 : 0;
    }
    return words;
  }

  /// The line's words and marks in lower case, those of a longer line up to one too many.
  private List<String> words(Line line) {
    if (line.end() - line.start() > MAX_LINE * 12) {
      return List.of();
    }
    String text = normal.substring(line.start(), line.end()).toLowerCase(Locale.ROOT);
    String spaced =
        text.replaceFirst("^[*>#(\\[\" -]+(?=\\p{L})", "")
            .replaceAll("('s\\b|[:|>()]|(?<!\\w)-|-(?!\\w))", " $1 ");
    return Arrays.asList(spaced.strip().split("\\s+"));
  }

  private void blank(Line line) {
    Arrays.fill(kept, line.start(), line.end(), ' ');
    masked = true;
  }
}

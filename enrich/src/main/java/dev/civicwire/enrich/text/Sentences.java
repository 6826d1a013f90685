package dev.civicwire.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.util.Span;

/// Parts lines into sentences: OpenNLP proposes, and a break after an abbreviation or before a
/// lower case letter is taken back.
final class Sentences {
  /// No sentence is longer, in characters: what has no full stop is cut at a space.
  private static final int MAX_SENTENCE = 2_000;

  /// More full stops than one in so many characters are dots of a table of contents, on which the
  /// model would spend seconds.
  private static final int MIN_CHARS_A_STOP = 6;

  /// Tokens of one text that the models see; far more than any article has.
  private static final int MAX_TAGGED = 30_000;

  /// What may follow "11:59 p.m." in the same sentence: time zones, weekdays, months.
  private static final Set<String> AFTER_TIME =
      Set.of(
          "Eastern",
          "Central",
          "Mountain",
          "Pacific",
          "Alaska",
          "Hawaii",
          "ET",
          "EST",
          "EDT",
          "CT",
          "CST",
          "CDT",
          "MT",
          "MST",
          "MDT",
          "PT",
          "PST",
          "PDT",
          "GMT",
          "BST",
          "UTC",
          "CET",
          "AEST",
          "AEDT",
          "ACST",
          "AWST",
          "NZST",
          "NZDT",
          "IST",
          "Monday",
          "Tuesday",
          "Wednesday",
          "Thursday",
          "Friday",
          "Saturday",
          "Sunday",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December",
          "Jan",
          "Feb",
          "Mar",
          "Apr",
          "Aug",
          "Sept",
          "Oct",
          "Nov",
          "Dec");

  private final String normal;
  private final LanguageTools tools;
  private final List<Sentence> sentences = new ArrayList<>();
  private int tokens;

  private Sentences(String normal, LanguageTools tools) {
    this.normal = normal;
    this.tools = tools;
  }

  static List<Sentence> of(String normal, List<Line> lines, LanguageTools tools) {
    Sentences sentences = new Sentences(normal, tools);
    for (Line line : lines) {
      sentences.addLine(line.start(), line.end());
    }
    return List.copyOf(sentences.sentences);
  }

  private void addLine(int start, int end) {
    int from = start;
    while (from < end) {
      int to = end - from <= MAX_SENTENCE * 4 ? end : cut(from, from + MAX_SENTENCE * 4);
      addStretch(from, to);
      from = to;
    }
  }

  /// The last space before `limit`, or `limit` where there is none.
  private int cut(int from, int limit) {
    int space = normal.lastIndexOf(' ', limit);
    return space > from ? space : limit;
  }

  private void addStretch(int start, int end) {
    int open = -1;
    for (Span span : spans(start, end)) {
      int from = start + span.getStart();
      int to = start + span.getEnd();
      if (open < 0) {
        open = from;
      }
      if (to >= end || !goesOn(to)) {
        addSentence(open, to);
        open = -1;
      }
    }
    if (open >= 0) {
      addSentence(open, end);
    }
  }

  private Span[] spans(int start, int end) {
    String stretch = normal.substring(start, end);
    int inner = innerStops(stretch);
    return inner == 0 || inner > stretch.length() / MIN_CHARS_A_STOP
        ? new Span[] {new Span(0, stretch.length())}
        : tools.sentences(stretch);
  }

  private static int innerStops(String text) {
    int stops = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      stops += c == '.' || c == '?' || c == '!' ? 1 : 0;
    }
    return stops;
  }

  /// True where the sentence that seems to end before `end` goes on.
  private boolean goesOn(int end) {
    int next = end;
    while (next < normal.length() && normal.charAt(next) == ' ') {
      next++;
    }
    if (next >= normal.length() || normal.charAt(next) == '\n') {
      return false;
    }
    if (next == end) {
      return true;
    }
    return Character.isLowerCase(normal.charAt(next))
        || (normal.charAt(end - 1) == '.' && abbreviates(end - 1, next));
  }

  private boolean abbreviates(int dot, int next) {
    int start = dot;
    while (start > 0 && (Tokens.isWord(normal.charAt(start - 1)) || inner(start - 1))) {
      start--;
    }
    String word = normal.substring(start, dot).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "inc", "ltd", "co", "corp", "etc", "est", "i" -> false;
      case "p.m", "a.m" -> AFTER_TIME.contains(wordAt(next));
      case "no", "nos" -> Character.isDigit(normal.charAt(next));
      case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec" ->
          !isDay(start) || Character.isDigit(normal.charAt(next));
      default -> Tokens.keepsDot(word) || word.equals("e.g") || word.equals("i.e");
    };
  }

  /// True where a day of the month stands before the month at `month`: "on 12th Sept. We shall".
  private boolean isDay(int month) {
    int i = month - 1;
    while (i > 0 && normal.charAt(i) == ' ') {
      i--;
    }
    int letters = i;
    while (letters > 0 && Character.isLowerCase(normal.charAt(letters)) && i - letters < 2) {
      letters--;
    }
    return letters >= 0 && Character.isDigit(normal.charAt(letters));
  }

  private String wordAt(int start) {
    int end = start;
    while (end < normal.length() && Character.isLetter(normal.charAt(end))) {
      end++;
    }
    return normal.substring(start, end);
  }

  private boolean inner(int at) {
    return normal.charAt(at) == '.' && at > 0 && Character.isLetter(normal.charAt(at - 1));
  }

  private void addSentence(int start, int end) {
    int from = start;
    while (from < end) {
      int to = end - from <= MAX_SENTENCE ? end : cut(from, from + MAX_SENTENCE);
      Sentence sentence = sentence(from, to);
      if (!sentence.tokens().isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
  }

  private Sentence sentence(int start, int end) {
    Tagging tagging = new Tagging(tools, tokens < MAX_TAGGED);
    List<Token> list = new ArrayList<>();
    int i = start;
    while (i < end) {
      if (normal.charAt(i) <= ' ') {
        i++;
      } else {
        int to = Tokens.end(normal, i, end);
        list.add(new Token(i, to, normal.substring(i, to), list.size(), tagging));
        i = to;
      }
    }
    tokens += list.size();
    tagging.words(list.stream().map(Token::surface).toArray(String[]::new));
    return new Sentence(start, end, list);
  }
}

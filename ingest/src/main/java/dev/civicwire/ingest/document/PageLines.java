package dev.civicwire.ingest.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes paragraphs of the lines of printed pages: running heads and page numbers go, lines that
/// were broken at the margin are joined, words that were broken by a hyphen too.
final class PageLines {
  /// Lines at the top and at the foot of a page that may be running heads.
  private static final int EDGE = 2;

  /// A line that stands at the edge of so many pages is a running head.
  private static final int REPEATED = 3;

  /// A line shorter than this share of the page's longest was not broken at the margin.
  private static final double FULL = 0.72;

  private static final int MAX_LABEL = 40;

  private PageLines() {}

  /// A printed line and in which part of its page it stands, such as a column.
  record Line(String text, int part) {}

  /// The text of each page.
  static List<String> join(List<List<Line>> pages) {
    Map<String, Integer> edges = new HashMap<>();
    for (List<Line> lines : pages) {
      for (int at = 0; at < lines.size(); at++) {
        if (isEdge(at, lines.size())) {
          edges.merge(shape(lines.get(at).text), 1, Integer::sum);
        }
      }
    }
    List<String> texts = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (List<Line> lines : pages) {
      List<Line> kept = new ArrayList<>();
      for (int at = 0; at < lines.size(); at++) {
        String shape = shape(lines.get(at).text);
        boolean running = isEdge(at, lines.size()) && edges.getOrDefault(shape, 0) >= REPEATED;
        boolean fact = running && isFact(lines.get(at).text) && told.add(shape);
        if ((!running || fact) && !(isEdge(at, lines.size()) && isPageNumber(lines.get(at).text))) {
          kept.add(lines.get(at));
        }
      }
      texts.add(paragraphs(kept));
    }
    return texts;
  }

  /// A running line with a label and its value, such as a closing date, is told once.
  private static boolean isFact(String line) {
    int colon = line.indexOf(": ");
    return colon > 2 && colon < MAX_LABEL && line.chars().anyMatch(Character::isDigit);
  }

  private static boolean beginsFact(String line) {
    return Character.isUpperCase(line.charAt(0)) && isFact(line);
  }

  private static boolean isEdge(int at, int size) {
    return at < EDGE || at >= size - EDGE;
  }

  /// Page numbers change from page to page: digits are all the same here.
  private static String shape(String line) {
    return line.replaceAll("\\d+", "0");
  }

  private static boolean isPageNumber(String line) {
    return line.matches("(?i)(page\\s*)?\\W{0,3}\\d{1,4}\\W{0,3}((of|/)\\s*\\d{1,4})?");
  }

  private static String paragraphs(List<Line> lines) {
    Map<Integer, Integer> longest = new HashMap<>();
    lines.forEach(line -> longest.merge(line.part, line.text.length(), Math::max));
    StringBuilder text = new StringBuilder();
    String before = "";
    int part = 0;
    for (Line printed : lines) {
      String line = printed.text;
      boolean begins = printed.part != part && !Character.isLowerCase(line.charAt(0));
      part = printed.part;
      if (text.isEmpty()) {
        text.append(line);
      } else if (isBrokenWord(before, line)) {
        text.setLength(text.length() - 1);
        text.append(line);
      } else {
        int width = longest.getOrDefault(printed.part, 0);
        boolean joined = !begins && isContinued(before, line, width) && !beginsFact(line);
        text.append(joined ? ' ' : '\n').append(line);
      }
      before = line;
    }
    return text.toString();
  }

  private static boolean isBrokenWord(String before, String line) {
    int length = before.length();
    return length > 2
        && before.charAt(length - 1) == '-'
        && Character.isLowerCase(before.charAt(length - 2))
        && Character.isLowerCase(line.charAt(0));
  }

  /// A full line without an end of sentence goes on; so does any line before a small letter.
  private static boolean isContinued(String before, String line, int longest) {
    char last = before.charAt(before.length() - 1);
    char first = line.charAt(0);
    boolean full = before.length() > longest * FULL;
    boolean ends = last == '.' || last == ':' || last == '!' || last == '?' || last == ';';
    if (!Character.isLetterOrDigit(first) && "(“\"'‘£€$".indexOf(first) < 0) {
      return false;
    }
    if (ends) {
      return full
          && last == '.'
          && !Character.isLowerCase(first)
          && before.length() > longest * 0.9;
    }
    return Character.isLowerCase(first) || full;
  }
}

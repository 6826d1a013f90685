package dev.civicwire.ingest.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.text.TextPosition;

/// Orders the glyphs of a page as they are read: down one column, then down the next. Columns are
/// told by the place where their lines begin; columns of tables, whose cells are short or of many
/// lengths, are left as they are.
final class PdfColumns {
  /// A column has at least so many lines, of so many characters on average.
  private static final int MIN_LINES = 4;

  private static final int MIN_CHARS = 18;

  /// This share of the lines of a column of prose is nearly as long as the longest.
  private static final double FULL_LINES = 0.4;

  private static final double NEARLY = 0.8;

  /// Gaps between words are smaller than this share of the height of the glyphs.
  private static final double GAP = 1.1;

  /// Glyphs whose base lines differ by less than this share of their height are of one line.
  private static final double SAME_LINE = 0.4;

  /// Beginnings of lines that are tried, and how far they may differ, in points.
  private static final int MAX_TRIED = 12;

  private static final int WIDTH_OF_EDGE = 3;

  /// Columns beside each other at most.
  private static final int MAX_DEPTH = 3;

  private PdfColumns() {}

  /// Glyphs of one line without a gap wider than that between words.
  private record Run(List<TextPosition> glyphs, double left, double right, double y, int chars) {
    static Run of(List<TextPosition> glyphs) {
      List<TextPosition> inked = glyphs.stream().filter(glyph -> !isBlank(glyph)).toList();
      return new Run(
          List.copyOf(glyphs),
          inked.getFirst().getXDirAdj(),
          end(inked.getLast()),
          inked.getFirst().getYDirAdj(),
          glyphs.size());
    }

    double width() {
      return right - left;
    }
  }

  /// What is read one after the other; within each the order is by position.
  static List<List<TextPosition>> order(List<TextPosition> page) {
    List<List<TextPosition>> parts = new ArrayList<>();
    order(runs(page), 1, parts);
    return parts;
  }

  private static void order(List<Run> runs, int depth, List<List<TextPosition>> parts) {
    double best = 0;
    int most = 0;
    for (double edge : depth < MAX_DEPTH ? edges(runs) : List.<Double>of()) {
      int columned = 0;
      for (List<Run> band : bands(runs, edge)) {
        columned += isColumns(band, edge) ? band.size() : 0;
      }
      if (columned > most) {
        most = columned;
        best = edge;
      }
    }
    if (most == 0) {
      add(runs, parts);
      return;
    }
    List<Run> whole = new ArrayList<>();
    for (List<Run> band : bands(runs, best)) {
      if (isColumns(band, best)) {
        add(whole, parts);
        whole.clear();
        order(before(band, best), depth + 1, parts);
        order(after(band, best), depth + 1, parts);
      } else {
        whole.addAll(band);
      }
    }
    add(whole, parts);
  }

  private static void add(List<Run> runs, List<List<TextPosition>> parts) {
    if (!runs.isEmpty()) {
      List<TextPosition> part = new ArrayList<>();
      runs.forEach(run -> part.addAll(run.glyphs));
      parts.add(part);
    }
  }

  /// The runs of each line, from the top to the foot.
  private static List<Run> runs(List<TextPosition> page) {
    List<TextPosition> byLine = new ArrayList<>(page);
    byLine.sort(Comparator.comparingDouble(TextPosition::getYDirAdj));
    List<Run> runs = new ArrayList<>();
    List<TextPosition> line = new ArrayList<>();
    for (TextPosition glyph : byLine) {
      boolean same =
          line.isEmpty()
              || glyph.getYDirAdj() - line.getFirst().getYDirAdj()
                  <= SAME_LINE * Math.max(1, glyph.getHeightDir());
      if (!same) {
        addRuns(line, runs);
        line.clear();
      }
      line.add(glyph);
    }
    addRuns(line, runs);
    return runs;
  }

  private static void addRuns(List<TextPosition> line, List<Run> runs) {
    line.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
    List<TextPosition> run = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    boolean inked = false;
    for (TextPosition glyph : line) {
      boolean blank = isBlank(glyph);
      double wide = GAP * Math.max(6, glyph.getFontSizeInPt());
      if (inked && !blank && glyph.getXDirAdj() - end > wide) {
        runs.add(Run.of(run));
        run.clear();
      }
      run.add(glyph);
      inked |= !blank;
      end = blank ? end : end(glyph);
    }
    if (inked) {
      runs.add(Run.of(run));
    }
  }

  private static boolean isBlank(TextPosition glyph) {
    return glyph.getUnicode() == null || glyph.getUnicode().isBlank();
  }

  private static double end(TextPosition glyph) {
    return glyph.getXDirAdj() + glyph.getWidthDirAdj();
  }

  /// Where many lines begin, the most common first; not where the page itself begins.
  private static List<Double> edges(List<Run> runs) {
    double left = runs.stream().mapToDouble(Run::left).min().orElse(0);
    Map<Long, Integer> begins = new HashMap<>();
    Map<Long, Double> edges = new HashMap<>();
    for (Run run : runs) {
      long place = Math.round(run.left / WIDTH_OF_EDGE);
      if (run.left > left + MIN_CHARS * WIDTH_OF_EDGE) {
        begins.merge(place, 1, Integer::sum);
        edges.merge(place, run.left - 1, Math::min);
      }
    }
    return begins.entrySet().stream()
        .filter(entry -> entry.getValue() >= MIN_LINES)
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .limit(MAX_TRIED)
        .map(entry -> edges.getOrDefault(entry.getKey(), 0.0))
        .toList();
  }

  /// The runs between those that cross `edge`, and these.
  private static List<List<Run>> bands(List<Run> runs, double edge) {
    List<List<Run>> bands = new ArrayList<>();
    List<Run> band = new ArrayList<>();
    boolean crossed = false;
    for (Run run : runs) {
      boolean crosses = run.left < edge && run.right > edge;
      if (crosses != crossed && !band.isEmpty()) {
        bands.add(band);
        band = new ArrayList<>();
      }
      crossed = crosses;
      band.add(run);
    }
    if (!band.isEmpty()) {
      bands.add(band);
    }
    return bands;
  }

  private static boolean isColumns(List<Run> band, double edge) {
    return isProse(before(band, edge)) && isProse(after(band, edge));
  }

  private static List<Run> before(List<Run> band, double edge) {
    return band.stream().filter(run -> run.left < edge).toList();
  }

  private static List<Run> after(List<Run> band, double edge) {
    return band.stream().filter(run -> run.left >= edge).toList();
  }

  private static boolean isProse(List<Run> column) {
    double widest = column.stream().mapToDouble(Run::width).max().orElse(0);
    long full = column.stream().filter(run -> run.width() >= widest * NEARLY).count();
    int chars = column.stream().mapToInt(Run::chars).sum();
    return column.size() >= MIN_LINES
        && chars >= MIN_CHARS * column.size()
        && full >= FULL_LINES * column.size();
  }
}

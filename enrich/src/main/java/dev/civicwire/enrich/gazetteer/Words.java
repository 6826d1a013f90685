package dev.civicwire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The words and marks of a text with their places, lines and sentences. Names and titles are found
/// on these, since a language model's tokenizer splits or fuses acronyms and possessives.
public final class Words {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final String[] keys;
  private final Shape[] shapes;
  private final int[] sentences;
  private final int[] lines;
  private final boolean[] lineStarts;
  private final int[] sentenceFirsts;
  private final int[] lineFirsts;

  private Words(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.keys = new String[starts.length];
    this.shapes = new Shape[starts.length];
    for (int i = 0; i < starts.length; i++) {
      String word = text.substring(starts[i], ends[i]);
      shapes[i] = Shape.of(word);
      keys[i] = word.equals("&") ? "and" : word.toLowerCase(Locale.ROOT);
    }
    this.lines = new int[starts.length];
    this.lineStarts = new boolean[starts.length];
    this.sentences = new int[starts.length];
    fillLines(LineBreaks.of(text));
    this.sentenceFirsts = firsts(sentences);
    this.lineFirsts = firsts(lines);
  }

  private void fillLines(LineBreaks breaks) {
    int line = 0;
    int sentence = 0;
    for (int i = 0; i < starts.length; i++) {
      LineBreaks.Kind kind = i == 0 ? LineBreaks.Kind.HARD : breaks.between(ends[i - 1], starts[i]);
      lineStarts[i] = kind == LineBreaks.Kind.HARD;
      if (i > 0 && lineStarts[i]) {
        line++;
        sentence++;
      } else if (i > 0 && SentenceEnds.before(this, i)) {
        sentence++;
      }
      lines[i] = line;
      sentences[i] = sentence;
    }
  }

  private static int[] firsts(int[] numbers) {
    int count = numbers.length == 0 ? 0 : numbers[numbers.length - 1] + 1;
    int[] firsts = new int[count + 1];
    firsts[count] = numbers.length;
    for (int i = numbers.length - 1; i >= 0; i--) {
      firsts[numbers[i]] = i;
    }
    return firsts;
  }

  /// The words of `normal`, in which quotes and dashes are plain.
  public static Words of(String normal) {
    return WordScanner.scan(normal, Words::new);
  }

  /// What makes words of a text and their places.
  interface Maker {
    Words make(String text, int[] starts, int[] ends);
  }

  /// How many there are.
  public int size() {
    return starts.length;
  }

  /// Offset of the first character.
  public int start(int i) {
    return starts[i];
  }

  /// Offset after the last character.
  public int end(int i) {
    return ends[i];
  }

  /// As written.
  public String surface(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /// From the first word to the last, `last` exclusive.
  public String surface(int first, int last) {
    return text.substring(starts[first], ends[last - 1]);
  }

  /// From the first word to the last as a name: on one line, single spaces.
  public String phrase(int first, int last) {
    String surface = surface(first, last);
    boolean plain =
        surface.indexOf('\n') < 0 && !surface.contains("  ") && surface.indexOf('\t') < 0;
    return plain ? surface : surface.replaceAll("\\s+", " ");
  }

  /// Lower case, `and` for an ampersand; empty where there is no such word.
  public String key(int i) {
    return i < 0 || i >= keys.length ? "" : keys[i];
  }

  /// How it is written; a mark where there is no such word.
  public Shape shape(int i) {
    return i < 0 || i >= shapes.length ? Shape.MARK : shapes[i];
  }

  /// True for a word that starts with a capital, or that is written as `techUK` is.
  public boolean capital(int i) {
    Shape shape = shape(i);
    return shape == Shape.CAPITALISED || shape == Shape.UPPER || shape == Shape.MIXED;
  }

  /// Which sentence it belongs to; headings and list items are sentences too.
  public int sentence(int i) {
    return sentences[i];
  }

  /// True where both exist and stand in one sentence.
  public boolean sameSentence(int i, int j) {
    return i >= 0
        && j >= 0
        && i < starts.length
        && j < starts.length
        && sentences[i] == sentences[j];
  }

  /// True where the word is the first of its sentence.
  public boolean startsSentence(int i) {
    return i == 0 || sentences[i] != sentences[i - 1];
  }

  /// Which line it stands on; a line that was merely wrapped goes on in the next.
  public int line(int i) {
    return lines[i];
  }

  /// True where the word is the first of its line.
  public boolean startsLine(int i) {
    return lineStarts[i];
  }

  /// First word of the sentence of `i`.
  public int sentenceFirst(int i) {
    return sentenceFirsts[sentences[i]];
  }

  /// Word after the last of the sentence of `i`.
  public int sentenceLast(int i) {
    return sentenceFirsts[sentences[i] + 1];
  }

  /// First word of the line of `i`.
  public int lineFirst(int i) {
    return lineFirsts[lines[i]];
  }

  /// Word after the last of the line of `i`.
  public int lineLast(int i) {
    return lineFirsts[lines[i] + 1];
  }

  /// True where nothing stands between the word and the one before it.
  public boolean touchesPrevious(int i) {
    return i > 0 && ends[i - 1] == starts[i];
  }

  /// The first word that ends after `offset`.
  public int at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int index = found >= 0 ? found : -found - 2;
    if (index < 0) {
      return 0;
    }
    return ends[index] > offset ? index : index + 1;
  }

  /// All keys.
  public List<String> keys() {
    return new ArrayList<>(List.of(keys));
  }
}

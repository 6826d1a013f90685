package dev.civicwire.enrich.text;

import java.util.List;
import java.util.Locale;

/// The tokens of a document as a plain array of lower-case words, on which cues are looked up.
public final class Words {
  private final String[] words;
  private final int[] starts;
  private final int[] ends;
  private final int[] sentences;
  private final int[] sentenceEnds;

  private Words(int size, int sentenceCount) {
    words = new String[size];
    starts = new int[size];
    ends = new int[size];
    sentences = new int[size];
    sentenceEnds = new int[sentenceCount];
  }

  static Words of(List<Sentence> sentences) {
    int size = sentences.stream().mapToInt(s -> s.tokens().size()).sum();
    Words all = new Words(size, sentences.size());
    int i = 0;
    for (int s = 0; s < sentences.size(); s++) {
      for (Token token : sentences.get(s).tokens()) {
        all.words[i] = token.surface().toLowerCase(Locale.ROOT);
        all.starts[i] = token.start();
        all.ends[i] = token.end();
        all.sentences[i] = s;
        i++;
      }
      all.sentenceEnds[s] = i;
    }
    return all;
  }

  /// Number of words.
  public int size() {
    return words.length;
  }

  /// The word at `index`, in lower case; the empty string outside the text.
  public String word(int index) {
    return index >= 0 && index < words.length ? words[index] : "";
  }

  /// Offset at which the word starts.
  public int start(int index) {
    return starts[index];
  }

  /// Offset after the word.
  public int end(int index) {
    return ends[index];
  }

  /// Number of the sentence in which the word stands.
  public int sentence(int index) {
    return sentences[index];
  }

  /// Index of the first word of sentence `sentence`.
  public int firstOf(int sentence) {
    return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
  }

  /// Index after the last word of sentence `sentence`.
  public int endOf(int sentence) {
    return sentenceEnds[sentence];
  }

  /// Number of sentences.
  public int sentenceCount() {
    return sentenceEnds.length;
  }

  /// Index of the first word that ends after `offset`; [#size()] past the last one.
  public int at(int offset) {
    int low = 0;
    int high = words.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

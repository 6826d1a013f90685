package dev.civicwire.enrich.text;

/// A word, number or punctuation mark. Part of speech and lemma cost a model's run over the whole
/// sentence, so they are worked out when first asked for.
public final class Token {
  private final int start;
  private final int end;
  private final String surface;
  private final int index;
  private final Tagging tagging;

  Token(int start, int end, String surface, int index, Tagging tagging) {
    this.start = start;
    this.end = end;
    this.surface = surface;
    this.index = index;
    this.tagging = tagging;
  }

  /// Offset of the first UTF-16 code unit in the article's text.
  public int start() {
    return start;
  }

  /// Offset after the last UTF-16 code unit.
  public int end() {
    return end;
  }

  /// The token in the normalised text.
  public String surface() {
    return surface;
  }

  /// Universal part of speech (`NOUN`, `PROPN`, `VERB`, …); `X` past the part of a very long text
  /// that is tagged.
  public String pos() {
    return tagging.pos(index);
  }

  /// Dictionary form; the lower-cased surface where the model knows none.
  public String lemma() {
    return tagging.lemma(index);
  }

  @Override
  public String toString() {
    return surface + "[" + start + "," + end + ")";
  }
}

package dev.civicwire.ingest.extract;

/// A run of inline content between two block boundaries, with what is counted of it.
final class Block {
  /// How much of the text is compared, in characters.
  private static final int MAX_LETTERS = 300;

  final int index;
  final Box box;
  final String text;

  /// Hints of inline elements that span nearly all of it.
  final int inlineHints;

  final int linkChars;
  final int links;
  final int boldChars;
  final int italicChars;

  /// Images since the block before.
  final int images;

  final int words;
  final int sentences;
  final int commas;
  final int digits;
  final int capitals;

  /// Level 1 to 6 of the heading that it is, else 0.
  final int heading;

  /// Letters of its begin (see [Texts#letters]), for comparing.
  final String letters;

  /// How it matches the phrases of lines that are no article text.
  final LinePhrases.Match phrases;

  /// Row of a table of data, or pair of a definition list.
  boolean row;

  Block(int index, Box box, String text, int heading, boolean row, Inline inline) {
    this.index = index;
    this.box = box;
    this.text = text;
    this.heading = heading;
    this.row = row;
    this.letters = Texts.letters(text.substring(0, Math.min(text.length(), MAX_LETTERS)));
    this.phrases = LinePhrases.match(letters);
    this.inlineHints = inline.spanningHints(text.length());
    this.linkChars = Math.min(inline.linkChars, text.length());
    this.links = inline.links;
    this.boldChars = inline.boldChars;
    this.italicChars = inline.italicChars;
    this.images = inline.images;
    TextCounts counts = TextCounts.of(text);
    this.words = counts.words();
    this.sentences = counts.sentences();
    this.commas = counts.commas();
    this.digits = counts.digits();
    this.capitals = counts.capitals();
  }

  /// This label and its value as one row.
  Block joined(Block value) {
    Inline inline = new Inline();
    inline.linkChars = value.linkChars;
    inline.links = value.links;
    return new Block(index, box, Labels.join(text, value.text), 0, true, inline);
  }

  double linkDensity() {
    return text.isEmpty() ? 0 : (double) linkChars / text.length();
  }

  /// Whether it reads as prose rather than as a label.
  boolean isProse() {
    return heading == 0 && linkDensity() < 0.5 && (words >= 12 || (sentences > 0 && words >= 6));
  }

  /// Hints of it and of all around it that stand after the guards.
  int standing() {
    return box.standing | inlineHints;
  }

  /// Whether it stands in a box of the same make as `other`, next to it.
  boolean isBeside(Box other) {
    return box.parent == other.parent && box.signature == other.signature;
  }

  boolean within(String tag) {
    for (Box at = box; at != null; at = at.parent) {
      if (at.tag.equals(tag)) {
        return true;
      }
    }
    return false;
  }
}

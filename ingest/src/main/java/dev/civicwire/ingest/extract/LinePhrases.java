package dev.civicwire.ingest.extract;

/// Words by which lines that are no article text give themselves away, in some fifteen languages;
/// rows of `line-phrases.tsv`.
final class LinePhrases {
  /// What a line with such words is.
  enum Kind {
    RELATED,
    CREDIT,
    NEWSLETTER,
    SHARE,
    COMMENTS,
    BYLINE,
    DATE,
    COPYRIGHT,
    TAGS,
    AD,
    PAYWALL,
    FEEDBACK,
    COOKIE
  }

  static final int KINDS = Kind.values().length;

  /// A line contains the words, begins with them, or is nothing else.
  static final byte CONTAINS = 1;

  static final byte BEGINS = 2;
  static final byte IS = 3;

  /// Words beyond this many characters of a line are not looked at.
  private static final int REACH = 160;

  private static final PhraseTable<Kind> PHRASES = load();

  /// How a line matches the phrases of each kind.
  static final class Match {
    /// Of a line that matches nothing.
    static final Match NONE = new Match();

    private final byte[] byKind = new byte[KINDS];

    /// [#CONTAINS], [#BEGINS] or [#IS]; 0 where it does not match.
    @SuppressWarnings("EnumOrdinal") // a row of features has a cell a kind
    byte of(Kind kind) {
      return byKind[kind.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    private void raise(Kind kind, byte how) {
      byKind[kind.ordinal()] = (byte) Math.max(byKind[kind.ordinal()], how);
    }
  }

  private LinePhrases() {}

  private static PhraseTable<Kind> load() {
    return new PhraseTable<>(
        Rows.of("line-phrases.tsv").stream()
            .map(row -> new PhraseTable.Phrase<>(row[0], Kind.valueOf(row[1])))
            .toList());
  }

  /// For each kind how `letters` (see [Texts#letters]) matches its phrases, 0 where it does not.
  static Match match(String letters) {
    Matching matching = new Matching(letters.length());
    PHRASES.find(letters, REACH, matching);
    return matching.match;
  }

  /// Gathers what is found in a line.
  private static final class Matching implements PhraseTable.Listener<Kind> {
    private final int length;
    private Match match = Match.NONE;

    Matching(int length) {
      this.length = length;
    }

    @Override
    public boolean found(PhraseTable.Phrase<Kind> phrase, int at) {
      boolean whole = at == 0 && length == phrase.words().length();
      match = match == Match.NONE ? new Match() : match;
      match.raise(phrase.what(), whole ? IS : at == 0 ? BEGINS : CONTAINS);
      return true;
    }
  }
}

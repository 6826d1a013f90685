package dev.civicwire.ingest.extract;

import java.util.Arrays;

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

  /// Slots of the table of first words, a power of two.
  private static final int SLOTS = 4096;

  private record Phrase(String words, Kind kind) {}

  static final int KINDS = Kind.values().length;

  /// A line contains the words, begins with them, or is nothing else.
  static final byte CONTAINS = 1;

  static final byte BEGINS = 2;
  static final byte IS = 3;

  /// Words beyond this many characters of a line are not looked at.
  private static final int REACH = 160;

  /// Phrases by the hash of their first word: found without making a string of every word.
  private static final Phrase[][] BY_FIRST_WORD = load();

  /// A bit a slot that holds phrases: small enough to stay near, and most words end here.
  private static final long[] FILLED = filled();

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

  private static Phrase[][] load() {
    Phrase[][] phrases = new Phrase[SLOTS][0];
    for (String[] row : Rows.of("line-phrases.tsv")) {
      int slot = row[0].split(" ")[0].hashCode() & (SLOTS - 1);
      Phrase[] known = phrases[slot];
      phrases[slot] = Arrays.copyOf(known, known.length + 1);
      phrases[slot][known.length] = new Phrase(row[0], Kind.valueOf(row[1]));
    }
    return phrases;
  }

  private static long[] filled() {
    long[] filled = new long[SLOTS / Long.SIZE];
    for (int slot = 0; slot < SLOTS; slot++) {
      filled[slot / Long.SIZE] |= BY_FIRST_WORD[slot].length == 0 ? 0 : 1L << slot;
    }
    return filled;
  }

  /// For each kind how `letters` (see [Texts#letters]) matches its phrases, 0 where it does not.
  static Match match(String letters) {
    Match found = Match.NONE;
    int end = Math.min(letters.length(), REACH);
    int at = 0;
    while (at < end) {
      int stop = at;
      int hash = 0;
      while (stop < letters.length() && letters.charAt(stop) != ' ') {
        hash = 31 * hash + letters.charAt(stop++);
      }
      int slot = hash & (SLOTS - 1);
      if ((FILLED[slot / Long.SIZE] & 1L << slot) != 0) {
        found = raised(found, BY_FIRST_WORD[slot], letters, at);
      }
      at = stop + 1;
    }
    return found;
  }

  private static Match raised(Match match, Phrase[] phrases, String letters, int at) {
    Match found = match;
    for (Phrase phrase : phrases) {
      if (isAt(letters, phrase.words, at)) {
        boolean whole = at == 0 && letters.length() == phrase.words.length();
        found = found == Match.NONE ? new Match() : found;
        found.raise(phrase.kind, whole ? IS : at == 0 ? BEGINS : CONTAINS);
      }
    }
    return found;
  }

  private static boolean isAt(String letters, String words, int at) {
    int end = at + words.length();
    return letters.startsWith(words, at) && (end == letters.length() || letters.charAt(end) == ' ');
  }
}

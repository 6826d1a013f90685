package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private record Phrase(String words, Kind kind) {}

  static final int KINDS = Kind.values().length;

  /// A line contains the words, begins with them, or is nothing else.
  static final byte CONTAINS = 1;

  static final byte BEGINS = 2;
  static final byte IS = 3;

  /// Words beyond this many characters of a line are not looked at.
  private static final int REACH = 160;

  private static final Map<String, List<Phrase>> BY_FIRST_WORD = load();

  /// How a line matches the phrases of each kind.
  static final class Match {
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

  private static Map<String, List<Phrase>> load() {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    for (String[] row : Rows.of("line-phrases.tsv")) {
      String first = row[0].split(" ")[0];
      phrases
          .computeIfAbsent(first, word -> new ArrayList<>())
          .add(new Phrase(row[0], Kind.valueOf(row[1])));
    }
    return Map.copyOf(phrases);
  }

  /// For each kind how `letters` (see [Texts#letters]) matches its phrases, 0 where it does not.
  static Match match(String letters) {
    Match found = new Match();
    int end = Math.min(letters.length(), REACH);
    int at = 0;
    while (at < end) {
      int stop = letters.indexOf(' ', at);
      stop = stop < 0 ? letters.length() : stop;
      for (Phrase phrase : BY_FIRST_WORD.getOrDefault(letters.substring(at, stop), List.of())) {
        if (isAt(letters, phrase.words, at)) {
          boolean whole = at == 0 && letters.length() == phrase.words.length();
          byte how = whole ? IS : at == 0 ? BEGINS : CONTAINS;
          found.raise(phrase.kind, how);
        }
      }
      at = stop + 1;
    }
    return found;
  }

  private static boolean isAt(String letters, String words, int at) {
    int end = at + words.length();
    return letters.startsWith(words, at) && (end == letters.length() || letters.charAt(end) == ' ');
  }
}

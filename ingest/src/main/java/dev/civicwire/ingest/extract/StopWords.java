package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The commonest words of some languages: a cheap proof that a text is in the language that its
/// page declares; rows of `stop-words.tsv`.
final class StopWords {
  /// Words that are looked at, and the share of them that must be common ones.
  private static final int LOOKED_AT = 80;

  private static final double SHARE = 0.22;

  /// Characters that hold so many words.
  private static final int MAX_TEXT = 500;

  /// Letters that are looked at for their script, and the share that must be of it.
  private static final int MAX_LETTERS = 120;

  private static final double OWN_SHARE = 0.7;

  private static final Map<String, Character.UnicodeScript> SCRIPTS =
      Map.ofEntries(
          Map.entry("hi", Character.UnicodeScript.DEVANAGARI),
          Map.entry("bn", Character.UnicodeScript.BENGALI),
          Map.entry("ta", Character.UnicodeScript.TAMIL),
          Map.entry("te", Character.UnicodeScript.TELUGU),
          Map.entry("kn", Character.UnicodeScript.KANNADA),
          Map.entry("ml", Character.UnicodeScript.MALAYALAM),
          Map.entry("gu", Character.UnicodeScript.GUJARATI),
          Map.entry("th", Character.UnicodeScript.THAI),
          Map.entry("he", Character.UnicodeScript.HEBREW),
          Map.entry("el", Character.UnicodeScript.GREEK),
          Map.entry("ko", Character.UnicodeScript.HANGUL),
          Map.entry("ka", Character.UnicodeScript.GEORGIAN),
          Map.entry("hy", Character.UnicodeScript.ARMENIAN));

  private static final Map<String, Set<String>> BY_LANGUAGE = load();

  private StopWords() {}

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String[] row : Rows.of("stop-words.tsv")) {
      words.put(row[0], Set.of(row[1].split(" ")));
    }
    return Map.copyOf(words);
  }

  /// Whether `text` is surely in `language`; false where that cannot be told.
  static boolean prove(String language, String text) {
    Set<String> common = BY_LANGUAGE.getOrDefault(written(language), Set.of());
    if (common.isEmpty()) {
      return language.equals("ja") ? isInKana(text) : isInOwnScript(language, text);
    }
    String[] words =
        Texts.letters(text.substring(0, Math.min(text.length(), MAX_TEXT)))
            .split(" ", LOOKED_AT + 1);
    int hits = 0;
    int count = Math.min(words.length, LOOKED_AT);
    for (int at = 0; at < count; at++) {
      hits += common.contains(words[at]) ? 1 : 0;
    }
    return count >= 15 && hits >= count * SHARE;
  }

  /// Both written forms of Norwegian have these words.
  private static String written(String language) {
    return language.equals("nb") || language.equals("nn") ? "no" : language;
  }

  /// Japanese alone is written in kana, among the signs that it shares with Chinese.
  private static boolean isInKana(String text) {
    int kana = 0;
    int end = Math.min(text.length(), MAX_LETTERS);
    for (int at = 0; at < end; at++) {
      Character.UnicodeScript script = Character.UnicodeScript.of(text.charAt(at));
      kana +=
          script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
              ? 1
              : 0;
    }
    return kana > end * SHARE;
  }

  /// Some languages have a script that no other language of the press shares.
  private static boolean isInOwnScript(String language, String text) {
    Character.UnicodeScript script = SCRIPTS.get(language);
    if (script == null) {
      return false;
    }
    int letters = 0;
    int own = 0;
    for (int at = 0; at < text.length() && letters < MAX_LETTERS; at++) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        letters++;
        own += Character.UnicodeScript.of(c) == script ? 1 : 0;
      }
    }
    return letters >= MAX_LETTERS / 2 && own > letters * OWN_SHARE;
  }
}

package dev.civicwire.ingest.extract;

/// Counts over a text in one pass. Scripts without spaces count two characters as a word.
record TextCounts(int words, int sentences, int commas, int digits, int capitals) {
  static TextCounts of(String text) {
    int words = 0;
    int wide = 0;
    int sentences = 0;
    int commas = 0;
    int digits = 0;
    int capitals = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean letter = Character.isLetterOrDigit(c);
      if (letter && isWide(c)) {
        wide++;
      } else if (letter && !inWord) {
        words++;
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
      inWord = letter || (inWord && (c == '\'' || c == '’' || c == '-'));
      digits += c >= '0' && c <= '9' ? 1 : 0;
      commas += c == ',' || c == '、' || c == '，' || c == '،' ? 1 : 0;
      sentences += endsSentence(text, at) ? 1 : 0;
    }
    return new TextCounts(words + (wide + 1) / 2, sentences, commas, digits, capitals);
  }

  private static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    if (c == '。' || c == '！' || c == '？' || c == '।' || c == '؟' || c == '۔') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?' && c != '…') {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && isClosing(text.charAt(next))) {
      next++;
    }
    boolean afterWord = at > 1 && Character.isLetterOrDigit(text.charAt(at - 2));
    return (next == text.length() || Character.isWhitespace(text.charAt(next))) && afterWord;
  }

  private static boolean isClosing(char c) {
    return c == '"' || c == '”' || c == '’' || c == '\'' || c == ')' || c == '»' || c == '“';
  }

  private static boolean isWide(char c) {
    return c >= '\u3040' && c <= '\u9fff';
  }
}

package dev.civicwire.enrich.gazetteer;

/// How a word is written.
public enum Shape {
  /// `data`
  LOWER,
  /// `Data`, `O'Neill`, `McKenzie`
  CAPITALISED,
  /// `DWP`, `R&D`, `A`
  UPPER,
  /// `techUK`, `dxw2`
  MIXED,
  /// `2025`, `1st`
  NUMBER,
  /// anything else
  MARK;

  static Shape of(CharSequence word) {
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return NUMBER;
    }
    if (!Character.isLetter(first)) {
      return MARK;
    }
    boolean lower = false;
    boolean upperLater = false;
    for (int i = 1; i < word.length(); i++) {
      lower |= Character.isLowerCase(word.charAt(i));
      upperLater |= Character.isUpperCase(word.charAt(i));
    }
    if (!Character.isUpperCase(first)) {
      return upperLater ? MIXED : LOWER;
    }
    return lower ? CAPITALISED : UPPER;
  }
}

package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/// Phrases that are looked for in a line all at once, by the hash of their first word: no string is
/// made of a line's words, and most of them end at one bit. Immutable.
///
/// @param <T> what a phrase stands for
final class PhraseTable<T> {
  /// Slots of the table of first words, a power of two.
  private static final int SLOTS = 4096;

  /// Phrases by the slot of their first word.
  private final List<List<Phrase<T>>> slots = new ArrayList<>();

  /// A bit a slot that holds phrases: small enough to stay near.
  private final long[] filled = new long[SLOTS / Long.SIZE];

  /// A phrase in the letters of [Texts#letters].
  record Phrase<T>(String words, T what) {}

  /// Hears of the phrases that stand in a line.
  @FunctionalInterface
  interface Listener<T> {
    /// A phrase that starts at `at`.
    ///
    /// @return whether to go on
    boolean found(Phrase<T> phrase, int at);
  }

  PhraseTable(List<Phrase<T>> phrases) {
    for (int slot = 0; slot < SLOTS; slot++) {
      slots.add(List.of());
    }
    for (Phrase<T> phrase : phrases) {
      int slot = phrase.words.split(" ", 2)[0].hashCode() & (SLOTS - 1);
      List<Phrase<T>> both = new ArrayList<>(slots.get(slot));
      both.add(phrase);
      slots.set(slot, List.copyOf(both));
      filled[slot / Long.SIZE] |= 1L << slot;
    }
  }

  /// A table of phrases that all stand for the same.
  static PhraseTable<Boolean> of(List<String> phrases) {
    return new PhraseTable<>(phrases.stream().map(words -> new Phrase<>(words, true)).toList());
  }

  /// Whether any phrase stands in `letters` (see [Texts#letters]) as whole words.
  boolean isIn(String letters) {
    return !find(letters, letters.length(), (phrase, at) -> false);
  }

  /// Tells of the phrases that start in the first `reach` characters of `letters` and stand there
  /// as whole words, in the order of the line.
  ///
  /// @return false where the listener had heard enough
  boolean find(String letters, int reach, Listener<T> listener) {
    int end = Math.min(letters.length(), reach);
    int at = 0;
    while (at < end) {
      int stop = at;
      int hash = 0;
      while (stop < letters.length() && letters.charAt(stop) != ' ') {
        hash = 31 * hash + letters.charAt(stop++);
      }
      int slot = hash & (SLOTS - 1);
      if ((filled[slot / Long.SIZE] & 1L << slot) != 0 && !tell(slot, letters, at, listener)) {
        return false;
      }
      at = stop + 1;
    }
    return true;
  }

  private boolean tell(int slot, String letters, int at, Listener<T> listener) {
    for (Phrase<T> phrase : slots.get(slot)) {
      if (isAt(letters, phrase.words, at) && !listener.found(phrase, at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAt(String letters, String words, int at) {
    int end = at + words.length();
    return letters.startsWith(words, at) && (end == letters.length() || letters.charAt(end) == ' ');
  }
}

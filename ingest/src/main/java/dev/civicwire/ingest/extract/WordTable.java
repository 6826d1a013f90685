package dev.civicwire.ingest.extract;

import java.util.Arrays;
import java.util.Map;

/// Masks of words, in a table that is asked for a part of an array without making a string of it.
/// Immutable.
final class WordTable {
  /// Words by slot, "" where it is free: at least four slots a word, so that few share one.
  private final String[] words;

  private final int[] masks;

  WordTable(Map<String, Integer> entries) {
    words = new String[Integer.highestOneBit(entries.size() + 1) * 8];
    masks = new int[words.length];
    Arrays.fill(words, "");
    entries.forEach(this::put);
  }

  private void put(String word, int mask) {
    int slot = slot(word.hashCode());
    while (!words[slot].isEmpty()) {
      slot = slot(slot + 1);
    }
    words[slot] = word;
    masks[slot] = mask;
  }

  private int slot(int hash) {
    return hash & (words.length - 1);
  }

  /// The mask of the word from `start` to `end`; 0 where it is not in the table.
  int get(char[] letters, int start, int end) {
    int slot = slot(hash(0, letters, start, end));
    while (!words[slot].isEmpty()) {
      String word = words[slot];
      if (word.length() == end - start && matches(word, 0, letters, start, end)) {
        return masks[slot];
      }
      slot = slot(slot + 1);
    }
    return 0;
  }

  /// The mask of two words joined by a hyphen.
  int getPair(char[] letters, int start, int end, int start2, int end2) {
    int hash = 31 * hash(0, letters, start, end) + '-';
    int slot = slot(hash(hash, letters, start2, end2));
    int length = end - start;
    while (!words[slot].isEmpty()) {
      String word = words[slot];
      if (word.length() == length + 1 + end2 - start2
          && word.charAt(length) == '-'
          && matches(word, 0, letters, start, end)
          && matches(word, length + 1, letters, start2, end2)) {
        return masks[slot];
      }
      slot = slot(slot + 1);
    }
    return 0;
  }

  /// Goes on with a hash as [String#hashCode] does.
  private static int hash(int before, char[] letters, int start, int end) {
    int hash = before;
    for (int at = start; at < end; at++) {
      hash = 31 * hash + letters[at];
    }
    return hash;
  }

  private static boolean matches(String word, int from, char[] letters, int start, int end) {
    for (int at = start; at < end; at++) {
      if (word.charAt(from + at - start) != letters[at]) {
        return false;
      }
    }
    return true;
  }
}

package dev.civicwire.enrich.name;

import java.util.BitSet;

/// Which words of a text already belong to a name.
final class Taken {
  private final BitSet words = new BitSet();

  boolean free(int first, int last) {
    int next = words.nextSetBit(first);
    return next < 0 || next >= last;
  }

  boolean has(int word) {
    return word >= 0 && words.get(word);
  }

  void take(int first, int last) {
    words.set(first, last);
  }
}

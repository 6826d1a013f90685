package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.BitSet;
import java.util.Set;

/// By-lines and photo credits: who wrote or photographed is not whom the article is about.
final class Credits {
  private static final Set<String> WRITERS =
      Set.of("by", "author", "authors", "reporter", "contributor", "editor");
  private static final Set<String> MAKERS =
      Set.of("written", "posted", "words", "reporting", "published", "report");
  private static final Set<String> PICTURES =
      Set.of(
          "photo",
          "photograph",
          "picture",
          "image",
          "credit",
          "pic",
          "photos",
          "images",
          "copyright");
  private static final int NAME = 6;

  private final BitSet masked = new BitSet();
  private final Words words;

  Credits(Words words) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      if (writes(i)) {
        mask(i, Math.min(words.lineLast(i), i + NAME));
      } else if (pictures(i)) {
        mask(i, Math.min(words.lineLast(i), i + 2 * NAME));
      } else if (words.key(i).equals("published") && i - words.lineFirst(i) <= 4) {
        mask(words.lineFirst(i), i);
      } else if (words.startsLine(i)
          && words.key(i).equals("on")
          && words.key(i + 1).equals("air")) {
        mask(i, words.lineLast(i));
      }
    }
  }

  boolean masked(int word) {
    return masked.get(word);
  }

  private boolean writes(int i) {
    String key = words.key(i);
    if (!WRITERS.contains(key)) {
      return false;
    }
    if (key.equals("by")) {
      String before = words.key(i - 1);
      boolean opens =
          words.startsLine(i)
              || before.equals("-")
              || before.equals("|")
              || (words.startsLine(i - 1) && MAKERS.contains(before));
      return opens && words.capital(i + 1) && words.capital(i + 2);
    }
    return words.startsLine(i) && words.key(i + 1).equals(":");
  }

  private boolean pictures(int i) {
    if (!PICTURES.contains(words.key(i))) {
      return false;
    }
    String next = words.key(i + 1);
    return next.equals(":") || (words.startsLine(i) && next.equals("by")) || next.equals("credit");
  }

  private void mask(int first, int last) {
    masked.set(first, Math.max(first, last));
  }
}

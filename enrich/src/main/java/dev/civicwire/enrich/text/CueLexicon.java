package dev.civicwire.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cues from a resource, found in one pass over a text's words. A row is kind, side (`<` before the
/// value, `>` after it, `=` either), reach in words, weight, phrases parted by ` / `. In a phrase
/// `a|b` are alternative words, `recruit*` is any word with that beginning, `the?` may be missing.
///
/// @param <K> kinds of value
public final class CueLexicon<K extends Enum<K>> {
  private static final int COLUMNS = 5;

  private final Node<K> root = new Node<>();

  private CueLexicon() {}

  /// Loads the cues in resource `name` beside `owner`.
  ///
  /// @throws IllegalStateException where a row is wrong
  public static <K extends Enum<K>> CueLexicon<K> load(
      Class<?> owner, String name, Class<K> kinds) {
    CueLexicon<K> lexicon = new CueLexicon<>();
    for (String[] row : Rows.of(owner, name, COLUMNS)) {
      Cue<K> cue =
          new Cue<>(
              Enum.valueOf(kinds, row[0].toUpperCase(Locale.ROOT)),
              Cue.Side.of(row[1]),
              Integer.parseInt(row[2]),
              Double.parseDouble(row[3]),
              row[4]);
      for (String phrase : row[4].split(" / ")) {
        lexicon.add(lexicon.root, phrase.split(" "), 0, cue);
      }
    }
    return lexicon;
  }

  private void add(Node<K> node, String[] words, int at, Cue<K> cue) {
    if (at == words.length) {
      node.cues.add(cue);
      return;
    }
    String word = words[at];
    if (word.endsWith("?") && word.length() > 1) {
      add(node, words, at + 1, cue);
      word = word.substring(0, word.length() - 1);
    }
    for (String choice : word.split("\\|")) {
      add(node.child(choice), words, at + 1, cue);
    }
  }

  /// Every cue in `words`, in text order of their first words. A cue never spans two sentences.
  public List<Cue.Hit<K>> find(Words words) {
    List<Cue.Hit<K>> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      walk(root, words, i, i, hits);
    }
    return hits;
  }

  private void walk(Node<K> node, Words words, int first, int at, List<Cue.Hit<K>> hits) {
    for (Cue<K> cue : node.cues) {
      hits.add(new Cue.Hit<>(first, at, cue));
    }
    if (at >= words.size() || words.sentence(at) != words.sentence(first)) {
      return;
    }
    String word = words.word(at);
    Node<K> exact = node.exact.get(word);
    if (exact != null) {
      walk(exact, words, first, at + 1, hits);
    }
    if (!node.prefixes.isEmpty() && word.length() >= 2) {
      List<Prefix<K>> bucket = node.prefixes.get(word.substring(0, 2));
      if (bucket != null) {
        for (Prefix<K> prefix : bucket) {
          if (word.startsWith(prefix.text)) {
            walk(prefix.node, words, first, at + 1, hits);
          }
        }
      }
    }
  }

  private record Prefix<K extends Enum<K>>(String text, Node<K> node) {}

  private static final class Node<K extends Enum<K>> {
    private final Map<String, Node<K>> exact = new HashMap<>();

    /// By their first two letters.
    private final Map<String, List<Prefix<K>>> prefixes = new HashMap<>();

    private final List<Cue<K>> cues = new ArrayList<>();

    private Node<K> child(String word) {
      return word.endsWith("*") && word.length() > 2
          ? prefixChild(word.substring(0, word.length() - 1))
          : exact.computeIfAbsent(word, w -> new Node<>());
    }

    private Node<K> prefixChild(String text) {
      List<Prefix<K>> bucket =
          prefixes.computeIfAbsent(text.substring(0, 2), k -> new ArrayList<>());
      @Nullable Node<K> known = null;
      for (Prefix<K> prefix : bucket) {
        if (prefix.text.equals(text)) {
          known = prefix.node;
        }
      }
      if (known == null) {
        known = new Node<>();
        bucket.add(new Prefix<>(text, known));
      }
      return known;
    }
  }
}

package dev.civicwire.enrich.gazetteer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedSet;
import java.util.function.BiPredicate;

/// Names as sequences of words, for the search of the longest one that starts at a word. A
/// search costs no more than the longest name has words, so a text is searched in linear time.
///
/// @param <V> what a name stands for
public final class Trie<V> {
  private final Node<V> root = new Node<>();

  private static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>(2);
    private final SequencedSet<V> values = new LinkedHashSet<>(2);
  }

  /// A name found.
  ///
  /// @param first word
  /// @param last word, exclusive
  /// @param values what it stands for
  /// @param <V> what a name stands for
  public record Match<V>(int first, int last, List<V> values) {}

  /// Adds a name.
  public void put(List<String> keys, V value) {
    Node<V> node = root;
    for (String key : keys) {
      node = node.next.computeIfAbsent(key, k -> new Node<>());
    }
    node.values.add(value);
  }

  /// Adds a name in its written form.
  public void put(String name, V value) {
    put(Words.of(name).keys(), value);
  }

  /// The longest name that starts at word `first` and that `accepts` the values found.
  public Optional<Match<V>> longest(
      Words words, int first, BiPredicate<Integer, SequencedCollection<V>> accepts) {
    Node<V> node = root;
    Optional<Match<V>> best = Optional.empty();
    for (int i = first; i < words.size(); i++) {
      if (i > first && words.line(i) != words.line(first)) {
        break;
      }
      Node<V> next = node.next.get(words.key(i));
      if (next == null) {
        break;
      }
      node = next;
      if (!node.values.isEmpty() && accepts.test(i + 1, node.values)) {
        best = Optional.of(new Match<>(first, i + 1, List.copyOf(node.values)));
      }
    }
    return best;
  }

  /// The longest name that starts at word `first`.
  public Optional<Match<V>> longest(Words words, int first) {
    return longest(words, first, (last, values) -> true);
  }
}

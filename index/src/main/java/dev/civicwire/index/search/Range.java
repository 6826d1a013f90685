package dev.civicwire.index.search;

import java.util.Optional;

/// Both bounds inclusive, each may be open. Bounds given the wrong way round are swapped.
///
/// @param from lower bound
/// @param to upper bound
public record Range<T extends Comparable<? super T>>(Optional<T> from, Optional<T> to) {
  public Range {
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      Optional<T> lower = to;
      to = from;
      from = lower;
    }
  }

  /// No bound at all.
  public static <T extends Comparable<? super T>> Range<T> any() {
    return new Range<T>(Optional.empty(), Optional.empty());
  }

  /// From here on.
  public static <T extends Comparable<? super T>> Range<T> from(T from) {
    return new Range<>(Optional.of(from), Optional.empty());
  }

  /// Up to here.
  public static <T extends Comparable<? super T>> Range<T> upTo(T to) {
    return new Range<>(Optional.empty(), Optional.of(to));
  }

  /// Between the two.
  public static <T extends Comparable<? super T>> Range<T> between(T from, T to) {
    return new Range<>(Optional.of(from), Optional.of(to));
  }

  /// True where nothing is bounded.
  public boolean isAny() {
    return from.isEmpty() && to.isEmpty();
  }
}

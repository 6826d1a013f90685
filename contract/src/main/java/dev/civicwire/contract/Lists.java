package dev.civicwire.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a record's constructor does with a list: an absent one is empty, a given one is copied.
final class Lists {
  private Lists() {}

  static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}

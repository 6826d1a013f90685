package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Words;

/// What the trained model makes of a text's words.
interface ModelNames {
  /// A model that says nothing.
  ModelNames NONE = (words, first, last) -> 0;

  /// The probability that the words from `first` to `last` are one person's name; below zero where
  /// they are rather the name of a body or place.
  double probability(Words words, int first, int last);
}

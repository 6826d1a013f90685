package dev.civicwire.enrich.name;

import java.util.Optional;

/// A place at the words `[first, last)`.
///
/// @param identifier code of a listed place
/// @param annotator name and version of what found it
record PlaceMention(
    int first, int last, Optional<String> identifier, double confidence, String annotator) {}

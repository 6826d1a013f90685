package dev.civicwire.enrich.name;

/// A place where a person is named.
///
/// @param first word
/// @param last word, exclusive
/// @param confidence that it is a person's name
/// @param annotator rule or model behind it
record PersonMention(int first, int last, double confidence, String annotator) {}

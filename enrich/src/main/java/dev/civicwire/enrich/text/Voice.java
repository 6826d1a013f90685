package dev.civicwire.enrich.text;

/// What one cue says of a value near it.
///
/// @param kind for which it speaks
/// @param phrase as its resource has it
/// @param weight how loudly, after distance and what stands between; negative where it speaks
///     against
public record Voice(String kind, String phrase, double weight) {}

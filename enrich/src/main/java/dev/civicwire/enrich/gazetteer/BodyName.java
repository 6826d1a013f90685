package dev.civicwire.enrich.gazetteer;

/// A name under which a body is known.
///
/// @param body which has it
/// @param form as written
public record BodyName(Body body, String form) {}

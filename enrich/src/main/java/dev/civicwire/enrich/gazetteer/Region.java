package dev.civicwire.enrich.gazetteer;

import java.util.Optional;

/// A place that a list knows.
///
/// @param name as written
/// @param kind `region`, `county`, `town`, `world`, `state` or `council`
/// @param identifier such as `gss:E12000005`
public record Region(String name, String kind, Optional<String> identifier) {}

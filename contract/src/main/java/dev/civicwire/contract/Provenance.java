package dev.civicwire.contract;

import java.util.Optional;

/// Where a metadata field of an article came from, and how sure.
///
/// @param field JSON name of the field
/// @param from such as `json-ld`, `og:title`, `h1`, `time`, `feed`, `url`
/// @param confidence 0 to 1
/// @param note such as the precision of a date or a disagreement
public record Provenance(String field, String from, double confidence, Optional<String> note) {}

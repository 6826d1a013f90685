package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// A named place below the nation level (schema.org `Place`).
///
/// @param name as it stands in the text
/// @param identifier in a register, such as `gss:E12000005`
public record Place(String name, Optional<String> identifier, @JsonUnwrapped Evidence evidence)
    implements Value {}

package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// A named individual (schema.org `Person`).
///
/// @param name fullest form in the text, without titles such as Sir or Dr
/// @param post the post as the text has it
public record Person(String name, Optional<String> post, @JsonUnwrapped Evidence evidence)
    implements Value {}

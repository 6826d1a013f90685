package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// A number of people employed, posts, vacancies or applicants.
///
/// @param count the number, the upper bound of a range
/// @param countMin the lower bound of a range
/// @param of who is counted, as the text has it
public record Headcount(
    long count, Optional<Long> countMin, String of, @JsonUnwrapped Evidence evidence)
    implements Value {}

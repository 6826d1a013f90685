package dev.civicwire.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a vacancy has from the [JobPosting] of its page rather than from the text.
///
/// @param from where the page says it: `json-ld`, `microdata` or `rdfa`
/// @param identifier of the advert at its publisher
/// @param fields names of the fields whose value is the page's and has no place in the text
/// @param overruled what the text says of them where the two disagree
public record PageSource(
    String from, Optional<String> identifier, List<String> fields, List<FieldEvidence> overruled) {
  public PageSource {
    fields = Lists.copy((@Nullable List<String>) fields);
    overruled = Lists.copy((@Nullable List<FieldEvidence>) overruled);
  }
}

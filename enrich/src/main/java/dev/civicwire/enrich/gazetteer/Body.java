package dev.civicwire.enrich.gazetteer;

import dev.civicwire.contract.Organisation;
import java.util.Optional;

/// A body that a list knows.
///
/// @param name official
/// @param acronym by which it is known
/// @param kind what sort of body
/// @param identifier in its register
/// @param country ISO 3166 code of the one in which it is; `gb` where the list does not say
/// @param until year in which it ended, 0 where it ended in a year unknown
public record Body(
    String name,
    Optional<String> acronym,
    Organisation.Kind kind,
    Optional<String> identifier,
    String country,
    Optional<Integer> until) {

  /// True where the body was there in `year`; a body that ended some time counts as gone.
  public boolean existedIn(int year) {
    return until.isEmpty() || until.get() >= year;
  }
}

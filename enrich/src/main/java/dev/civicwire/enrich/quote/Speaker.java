package dev.civicwire.enrich.quote;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import java.util.Optional;

/// Who speaks, and the words by which the text says so.
///
/// @param first word
/// @param last word, exclusive
/// @param person where it is one whom the article names
/// @param body that speaks, itself or through the speaker
/// @param sure how plainly the words tell the speaker
record Speaker(
    int first, int last, Optional<Person> person, Optional<Organisation> body, double sure) {
  Speaker lessSure(double factor) {
    return new Speaker(first, last, person, body, sure * factor);
  }
}

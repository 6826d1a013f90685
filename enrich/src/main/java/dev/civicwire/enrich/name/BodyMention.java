package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Body;
import java.util.Optional;

/// A place where a body is named.
///
/// @param first word
/// @param last word, exclusive
/// @param name as it stands in the text, on one line
/// @param body the known body, if one is known by that name
/// @param kind what sort of body
/// @param confidence that it is a body's name
/// @param annotator rule or list behind it
record BodyMention(
    int first,
    int last,
    String name,
    Optional<Body> body,
    Kind kind,
    double confidence,
    String annotator) {

  int length() {
    return last - first;
  }
}

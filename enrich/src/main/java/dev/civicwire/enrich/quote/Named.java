package dev.civicwire.enrich.quote;

import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The people and bodies of an article by the words at which they are named.
final class Named {
  private final TreeMap<Integer, Place<Person>> people = new TreeMap<>();
  private final TreeMap<Integer, Place<Person>> peopleByEnd = new TreeMap<>();
  private final TreeMap<Integer, Place<Organisation>> bodies = new TreeMap<>();

  /// A name at the words `[first, last)`.
  record Place<V>(int first, int last, V value) {}

  Named(Words words, Names names) {
    names.people().forEach(person -> fill(words, person, people));
    names.organisations().forEach(body -> fill(words, body, bodies));
    people.values().forEach(place -> peopleByEnd.put(place.last(), place));
  }

  private static <V extends Value> void fill(Words words, V value, Map<Integer, Place<V>> places) {
    for (Mention mention : value.evidence().mentions()) {
      int first = words.at(mention.start());
      int last = words.at(mention.end() - 1) + 1;
      if (first < last && last <= words.size()) {
        places.put(first, new Place<>(first, last, value));
      }
    }
  }

  /// The person whose name starts at a word.
  Optional<Place<Person>> personFrom(int word) {
    return Optional.ofNullable(people.get(word));
  }

  /// The person whose name ends before a word.
  Optional<Place<Person>> personTo(int word) {
    return Optional.ofNullable(peopleByEnd.get(word));
  }

  /// The first person named in `[first, last)`.
  Optional<Place<Person>> personIn(int first, int last) {
    return Optional.ofNullable(people.ceilingEntry(first))
        .map(Map.Entry::getValue)
        .filter(place -> place.last() <= last);
  }

  /// The last person named before a word.
  Optional<Place<Person>> personBefore(int word) {
    return Optional.ofNullable(peopleByEnd.floorEntry(word)).map(Map.Entry::getValue);
  }

  /// The last body named in `[first, last)`.
  Optional<Place<Organisation>> bodyIn(int first, int last) {
    return Optional.ofNullable(bodies.lowerEntry(last))
        .map(Map.Entry::getValue)
        .filter(place -> place.first() >= first && place.last() <= last);
  }

  /// Everybody, in no order.
  Iterable<Place<Person>> everybody() {
    return people.values();
  }
}

package dev.civicwire.enrich.quote;

import dev.civicwire.contract.Person;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.quote.Named.Place;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whom "he" or "she" stands for: the person named first in the nearest sentence before that names
/// one, unless a courtesy title says that it is the other.
final class Pronouns {
  /// Sentences in which a pronoun's person is looked for.
  private static final int REACH = 6;

  private static final int MOST_TRIED = 12;

  private final Words words;
  private final Named named;
  private final BitSet quoted;
  private final Map<String, String> known = new HashMap<>();

  Pronouns(Words words, Named named, BitSet quoted) {
    this.words = words;
    this.named = named;
    this.quoted = quoted;
    for (Place<Person> place : named.everybody()) {
      int title = words.key(place.first() - 1).equals(".") ? place.first() - 2 : place.first() - 1;
      String pronoun = SpeechWords.pronounOf(words.key(title));
      if (!pronoun.isEmpty()) {
        known.put(place.value().name(), pronoun);
      }
    }
  }

  Optional<Person> person(int word) {
    String pronoun = words.key(word);
    int nearest = -1;
    Optional<Person> subject = Optional.empty();
    Optional<Place<Person>> place = named.personBefore(word);
    for (int tried = 0; tried < MOST_TRIED && place.isPresent(); tried++) {
      Place<Person> at = place.get();
      int sentence = words.sentence(at.first());
      if (words.sentence(word) - sentence > REACH || (nearest >= 0 && sentence != nearest)) {
        break;
      }
      String own = known.getOrDefault(at.value().name(), pronoun);
      if (!quoted.get(at.first()) && own.equals(pronoun)) {
        nearest = sentence;
        subject = Optional.of(at.value());
      }
      place = named.personBefore(at.first());
    }
    return subject;
  }
}

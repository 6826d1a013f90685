package dev.civicwire.enrich.role;

import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import java.util.Arrays;
import java.util.List;

/// An article's words, and which of them belong to which body, person or place.
final class Scene {
  static final int NONE = -1;

  private final Words words;
  private final Names names;
  private final int[] bodies;
  private final int[] people;
  private final int[] places;

  Scene(Words words, Names names) {
    this.words = words;
    this.names = names;
    this.bodies = marks(names.organisations());
    this.people = marks(names.people());
    this.places = marks(names.places());
  }

  private int[] marks(List<? extends Value> values) {
    int[] marks = new int[words.size()];
    Arrays.fill(marks, NONE);
    for (int v = 0; v < values.size(); v++) {
      for (Mention mention : values.get(v).evidence().mentions()) {
        int i = words.at(mention.start());
        while (i < words.size() && words.start(i) < mention.end()) {
          marks[i++] = v;
        }
      }
    }
    return marks;
  }

  Words words() {
    return words;
  }

  /// Number of the body to which word `i` belongs, or [#NONE].
  int body(int i) {
    return i < 0 || i >= bodies.length ? NONE : bodies[i];
  }

  int person(int i) {
    return i < 0 || i >= people.length ? NONE : people[i];
  }

  boolean place(int i) {
    return i >= 0 && i < places.length && places[i] != NONE;
  }

  boolean named(int i) {
    return body(i) != NONE || person(i) != NONE;
  }

  Organisation organisation(int number) {
    return names.organisations().get(number);
  }

  Person individual(int number) {
    return names.people().get(number);
  }

  List<Organisation> organisations() {
    return names.organisations();
  }

  List<Place> located() {
    return names.places();
  }

  /// The word after the body that stands at `i`.
  int bodyEnd(int i) {
    int end = i;
    while (end < words.size() && body(end) == body(i)) {
      end++;
    }
    return end;
  }

  /// The first word of the body that stands at `i`.
  int bodyStart(int i) {
    int start = i;
    while (start > 0 && body(start - 1) == body(i)) {
      start--;
    }
    return start;
  }
}

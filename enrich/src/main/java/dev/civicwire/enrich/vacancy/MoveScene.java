package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Where people, posts, bodies and days stand among an article's words.
final class MoveScene {
  static final int NONE = -1;

  /// A place of a day.
  ///
  /// @param word first word of the day
  /// @param date the day
  /// @param value the value that has it
  /// @param start true for a day on which somebody starts
  /// @param news true for a day on which something was made known
  record Day(
      int word, PartialDate date, Value value, Mention mention, boolean start, boolean news) {}

  final Words words;
  private final int[] people;
  private final int[] roles;
  private final int[] bodies;
  private final List<Day> days = new ArrayList<>();

  MoveScene(Findings findings) {
    this.words = findings.document().words();
    this.people = marks(findings.names().people());
    this.roles = marks(findings.roles());
    this.bodies = marks(findings.names().organisations());
    for (Event event : findings.dates().events()) {
      boolean talk =
          event.kind() == Event.Kind.INTERVIEW || event.kind() == Event.Kind.INFO_SESSION;
      if (!talk) {
        boolean news =
            event.kind() == Event.Kind.ANNOUNCEMENT || event.kind() == Event.Kind.PUBLICATION;
        add(event.date(), event, event.kind() == Event.Kind.START, news);
      }
    }
    for (Deadline deadline : findings.dates().deadlines()) {
      if (deadline.kind() == Deadline.Kind.PROGRAMME || deadline.kind() == Deadline.Kind.OTHER) {
        add(deadline.date(), deadline, false, false);
      }
    }
    days.sort(Comparator.comparingInt(Day::word));
  }

  private void add(PartialDate date, Value value, boolean start, boolean news) {
    for (Mention mention : value.evidence().mentions()) {
      days.add(new Day(words.at(mention.start()), date, value, mention, start, news));
    }
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

  int person(int i) {
    return i < 0 || i >= people.length ? NONE : people[i];
  }

  int role(int i) {
    return i < 0 || i >= roles.length ? NONE : roles[i];
  }

  int body(int i) {
    return i < 0 || i >= bodies.length ? NONE : bodies[i];
  }

  /// The word behind the post that stands at `i`.
  int roleEnd(int i) {
    int end = i;
    while (role(end) == role(i) && end < words.size()) {
      end++;
    }
    return end;
  }

  /// The days between two words, the second not counted.
  List<Day> days(int from, int to) {
    return days.stream().filter(d -> d.word() >= from && d.word() < to).toList();
  }

  /// The first person named between two words.
  OptionalInt firstPerson(int from, int to) {
    for (int i = from; i < to; i++) {
      if (person(i) != NONE) {
        return OptionalInt.of(person(i));
      }
    }
    return OptionalInt.empty();
  }

  /// True where a word of `[from, to)` is one of `stops`.
  boolean has(int from, int to, Set<String> stops) {
    for (int i = from; i < to; i++) {
      if (stops.contains(words.word(i))) {
        return true;
      }
    }
    return false;
  }
}

package dev.civicwire.enrich.vacancy;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Move;
import dev.civicwire.contract.Person;
import dev.civicwire.enrich.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Gives people the posts that they hold, take or leave where none stands beside their names:
/// `it took on Jo Example as director of digital`.
public final class HeldPosts {
  /// What says of a post, beside its title, how it is held.
  private static final Set<String> QUALIFIERS =
      Set.of("former", "ex", "acting", "interim", "outgoing", "incoming", "temporary");

  private final Words words;
  private final Map<String, List<Mention>> held;
  private final Map<String, String> moved;

  private HeldPosts(Findings findings, Moves.Found moves) {
    this.words = findings.document().words();
    this.held =
        findings.roles().stream()
            .filter(role -> role.holder().isPresent())
            .collect(
                groupingBy(
                    role -> role.holder().orElseThrow(),
                    flatMapping(role -> role.evidence().mentions().stream(), toList())));
    this.moved =
        Stream.concat(moves.appointments().stream(), moves.departures().stream())
            .flatMap(move -> post(move).map(post -> Map.entry(move.person(), post)).stream())
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, later) -> first));
  }

  private static Optional<String> post(Move move) {
    return move.evidence().stream()
        .filter(evidence -> evidence.field().equals("role"))
        .map(FieldEvidence::surface)
        .findFirst();
  }

  /// The people of `findings`, each with a post where the text tells one.
  ///
  /// @param moves who takes and who leaves which post
  public static List<Person> of(Findings findings, Moves.Found moves) {
    HeldPosts posts = new HeldPosts(findings, moves);
    return findings.names().people().stream().map(posts::withPost).toList();
  }

  private Person withPost(Person person) {
    Optional<String> post =
        person
            .post()
            .or(() -> held(person))
            .or(() -> Optional.ofNullable(moved.get(person.name())));
    return new Person(person.name(), post, person.evidence());
  }

  /// The post that is named nearest to the person.
  private Optional<String> held(Person person) {
    NavigableSet<Integer> places = new TreeSet<>();
    person.evidence().mentions().forEach(mention -> places.add(mention.start()));
    return held.getOrDefault(person.name(), List.of()).stream()
        .min(Comparator.comparingInt(mention -> distance(mention, places)))
        .map(this::qualified);
  }

  private static int distance(Mention mention, NavigableSet<Integer> places) {
    return Stream.of(places.floor(mention.start()), places.ceiling(mention.start()))
        .flatMap(place -> Optional.ofNullable(place).stream())
        .mapToInt(place -> Math.abs(place - mention.start()))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private String qualified(Mention mention) {
    String before = words.word(words.at(mention.start()) - 1);
    return QUALIFIERS.contains(before) ? before + " " + mention.surface() : mention.surface();
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Event;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Move;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes appointments and departures of the people whom the text names: by the grammar of the
/// clauses that say so, else by the status of the posts they hold. Safe for use by several threads.
public final class Moves {
  private final CueLexicon<MoveCue> lexicon =
      CueLexicon.load(Moves.class, "moves.tsv", MoveCue.class);

  /// Who takes and who leaves which post.
  ///
  /// @param appointments those who come
  /// @param departures those who go; one may do both
  public record Found(List<Move> appointments, List<Move> departures) {
    public Found {
      appointments = List.copyOf(appointments);
      departures = List.copyOf(departures);
    }
  }

  /// The moves of an article.
  public Found of(Findings findings) {
    if (findings.names().people().isEmpty()) {
      return new Found(List.of(), List.of());
    }
    List<MoveClause> clauses = new MoveClauses(findings, new MoveScene(findings), lexicon).read();
    return new Found(all(findings, clauses, true), all(findings, clauses, false));
  }

  private static List<Move> all(Findings findings, List<MoveClause> clauses, boolean arrival) {
    Employers employers = new Employers(findings, List.of(), List.of(), (field, mention) -> false);
    List<Move> moves = new ArrayList<>();
    for (MoveClause clause : clauses) {
      if (clause.arrival() == arrival && !clause.weak()) {
        moves.add(move(findings, clause, employers));
      }
    }
    for (RoleValue role : findings.roles()) {
      RoleValue.Status status = arrival ? RoleValue.Status.APPOINTED : RoleValue.Status.DEPARTING;
      if (role.status() == status && isNew(findings, role, clauses)) {
        moves.addAll(held(findings, role, arrival, employers, clauses));
      }
    }
    return moves;
  }

  /// True where no clause speaks of the post's holder or gives the post to somebody else.
  private static boolean isNew(Findings findings, RoleValue role, List<MoveClause> clauses) {
    for (MoveClause clause : clauses.stream().filter(c -> !c.weak()).toList()) {
      String name = findings.names().people().get(clause.person()).name();
      boolean same =
          clause.role().isPresent() && findings.roles().get(clause.role().getAsInt()).equals(role);
      if (same || role.holder().filter(name::equals).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static Move move(Findings findings, MoveClause clause, Employers employers) {
    Person person = findings.names().people().get(clause.person());
    List<FieldEvidence> evidence = new ArrayList<>();
    Optional<RoleValue> role =
        clause.role().isPresent()
            ? Optional.of(findings.roles().get(clause.role().getAsInt()))
            : Optional.empty();
    role.ifPresent(r -> evidence.add(field("role", r.evidence())));
    clause.day().ifPresent(day -> evidence.add(day(day)));
    evidence.add(field("person", person.evidence()));
    Optional<Organisation> told =
        clause.body().isPresent()
            ? Optional.of(findings.names().organisations().get(clause.body().getAsInt()))
            : Optional.empty();
    told.ifPresent(body -> evidence.add(field("organisation", body.evidence())));
    Optional<String> body =
        told.map(Organisation::name).or(() -> role.flatMap(r -> body(r, employers)));
    double sure = role.map(r -> r.evidence().confidence()).orElse(person.evidence().confidence());
    return new Move(
        person.name(),
        role.map(RoleValue::title),
        body,
        clause.day().map(MoveScene.Day::date),
        Math.round(sure * 900) / 1000.0,
        evidence);
  }

  private static Optional<String> body(RoleValue role, Employers employers) {
    return role.organisation()
        .filter(employers::isPublic)
        .or(() -> employers.of(role).map(Organisation::name));
  }

  private static FieldEvidence field(String name, Evidence evidence) {
    return FieldEvidence.of(name, evidence, evidence.confidence());
  }

  private static FieldEvidence day(MoveScene.Day day) {
    Evidence evidence = day.value().evidence();
    Mention place = day.mention();
    return new FieldEvidence(
        "from",
        place.start(),
        place.end(),
        place.surface(),
        evidence.confidence(),
        evidence.annotator());
  }

  /// The move of a post's holder where no clause says it, but the post's status does.
  private static List<Move> held(
      Findings findings,
      RoleValue role,
      boolean arrival,
      Employers employers,
      List<MoveClause> clauses) {
    List<Move> moves = new ArrayList<>();
    for (Person person : findings.names().people()) {
      Optional<Integer> sentence = shared(findings, role, person);
      if (role.holder().filter(person.name()::equals).isPresent() && sentence.isPresent()) {
        List<FieldEvidence> evidence = new ArrayList<>();
        evidence.add(field("role", role.evidence()));
        Optional<MoveScene.Day> later =
            clauses.stream()
                .filter(c -> c.arrival() == arrival)
                .filter(c -> findings.names().people().get(c.person()).equals(person))
                .flatMap(c -> c.day().stream())
                .findFirst();
        Event.Kind kind = arrival ? Event.Kind.START : Event.Kind.DEPARTURE;
        Optional<Event> when =
            later.isPresent() ? Optional.empty() : when(findings, kind, sentence.get());
        later.ifPresent(day -> evidence.add(day(day)));
        when.ifPresent(e -> evidence.add(field("from", e.evidence())));
        evidence.add(field("person", person.evidence()));
        moves.add(
            new Move(
                person.name(),
                Optional.of(role.title()),
                body(role, employers),
                later.map(MoveScene.Day::date).or(() -> when.map(Event::date)),
                Math.round(role.evidence().confidence() * 900) / 1000.0,
                evidence));
      }
    }
    return moves;
  }

  /// The sentence in which both are named.
  private static Optional<Integer> shared(Findings findings, RoleValue role, Person person) {
    return role.evidence().mentions().stream()
        .map(m -> findings.sentence(m.start()))
        .filter(s -> !isCondition(findings, s))
        .filter(
            s ->
                person.evidence().mentions().stream()
                    .anyMatch(m -> findings.sentence(m.start()) == s))
        .findFirst();
  }

  /// `, the agency said on Monday`.
  private static boolean isNews(Findings findings, Event event) {
    Words words = findings.document().words();
    int at = words.at(event.evidence().start()) - 1;
    String verb = words.word(at).equals("on") ? words.word(at - 1) : words.word(at);
    return verb.equals("said") || verb.equals("announced") || verb.equals("confirmed");
  }

  /// `If X becomes R`.
  private static boolean isCondition(Findings findings, int sentence) {
    Words words = findings.document().words();
    return sentence >= 0
        && IntStream.range(words.firstOf(sentence), words.endOf(sentence))
            .anyMatch(i -> words.word(i).equals("if") || words.word(i).equals("unless"));
  }

  private static Optional<Event> when(Findings findings, Event.Kind kind, int sentence) {
    return findings.dates().events().stream()
        .filter(e -> e.kind() == kind && !isNews(findings, e))
        .filter(
            e ->
                e.evidence().mentions().stream()
                    .anyMatch(m -> findings.sentence(m.start()) == sentence))
        .findFirst();
  }
}

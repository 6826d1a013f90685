package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Event;
import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Move;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.RoleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes appointments and departures of posts whose holders the text names.
public final class Moves {
  private Moves() {}

  /// Who takes which post.
  public static List<Move> appointments(Findings findings) {
    return of(findings, RoleValue.Status.APPOINTED, Event.Kind.START);
  }

  /// Who leaves which post.
  public static List<Move> departures(Findings findings) {
    return of(findings, RoleValue.Status.DEPARTING, Event.Kind.DEPARTURE);
  }

  private static List<Move> of(Findings findings, RoleValue.Status status, Event.Kind kind) {
    Employers employers = new Employers(findings, List.of(), (field, mention) -> false);
    List<Move> moves = new ArrayList<>();
    for (RoleValue role : findings.roles()) {
      if (role.status() == status && role.holder().isPresent()) {
        List<FieldEvidence> evidence = new ArrayList<>();
        evidence.add(FieldEvidence.of("role", role.evidence(), role.evidence().confidence()));
        Optional<Event> when = when(findings, role, kind);
        when.ifPresent(
            e -> evidence.add(FieldEvidence.of("from", e.evidence(), e.evidence().confidence())));
        String holder = role.holder().get();
        findings.names().people().stream()
            .filter(p -> p.name().equals(holder))
            .findFirst()
            .ifPresent(
                p ->
                    evidence.add(
                        FieldEvidence.of("person", p.evidence(), p.evidence().confidence())));
        Optional<String> body = role.organisation().or(() -> employers.of(role).map(o -> o.name()));
        Optional<PartialDate> from = when.map(Event::date);
        double confidence = Math.round(role.evidence().confidence() * 900) / 1000.0;
        moves.add(new Move(holder, Optional.of(role.title()), body, from, confidence, evidence));
      }
    }
    return List.copyOf(moves);
  }

  /// The event of the right kind nearest to the post's mentions.
  private static Optional<Event> when(Findings findings, RoleValue role, Event.Kind kind) {
    Optional<Event> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (Event event : findings.dates().events()) {
      if (event.kind() == kind) {
        int distance =
            role.evidence().mentions().stream()
                .mapToInt(m -> Math.abs(m.start() - event.evidence().start()))
                .min()
                .orElse(Integer.MAX_VALUE);
        if (distance < least) {
          least = distance;
          best = Optional.of(event);
        }
      }
    }
    return best;
  }
}

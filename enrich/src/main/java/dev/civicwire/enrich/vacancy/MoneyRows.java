package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.MoneyRow;
import dev.civicwire.contract.Organisation;
import dev.civicwire.enrich.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes of public money rows with its owner and purpose.
public final class MoneyRows {
  private static final String NAME = "money-row/1";

  private MoneyRows() {}

  /// One row for each amount of public money.
  public static List<MoneyRow> of(Findings findings) {
    List<MoneyRow> rows = new ArrayList<>();
    for (Budget budget : findings.money().budgets()) {
      int offset = budget.evidence().mention().end() - 1;
      Optional<Sentence> sentence = findings.document().sentenceAt(offset);
      if (sentence.isPresent()) {
        rows.add(row(findings, budget, sentence.get()));
      }
    }
    return List.copyOf(rows);
  }

  private static MoneyRow row(Findings findings, Budget budget, Sentence sentence) {
    List<FieldEvidence> evidence = new ArrayList<>();
    evidence.add(FieldEvidence.of("amount", budget.evidence(), budget.evidence().confidence()));
    Optional<Organisation> owner = owner(findings, budget, sentence);
    owner.ifPresent(
        o ->
            evidence.add(
                FieldEvidence.of("organisation", o.evidence(), o.evidence().confidence())));
    String text = findings.document().text();
    Optional<Mention> programme =
        Programmes.nearest(findings.document().normal(), sentence, budget.evidence().start())
            .map(span -> Mention.of(text, span.start(), span.end()));
    programme.ifPresent(
        p ->
            evidence.add(
                new FieldEvidence("programme", p.start(), p.end(), p.surface(), 0.7, NAME)));
    double confidence = Math.round(budget.evidence().confidence() * 900) / 1000.0;
    return new MoneyRow(
        owner.map(Organisation::name),
        programme.map(Mention::surface),
        budget.amount(),
        budget.currency(),
        budget.period(),
        budget.kind(),
        Mention.of(text, sentence.start(), sentence.end()),
        confidence,
        evidence);
  }

  /// The public body nearest in the sentence; else the one named last before it.
  private static Optional<Organisation> owner(Findings findings, Budget budget, Sentence sentence) {
    Optional<Organisation> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    int at = budget.evidence().start();
    for (Organisation body : findings.names().organisations()) {
      if (body.kind() == Organisation.Kind.PUBLIC) {
        for (Mention mention : body.evidence().mentions()) {
          boolean inside = mention.start() >= sentence.start() && mention.end() <= sentence.end();
          boolean before = mention.end() <= sentence.start();
          int distance = Math.abs(mention.start() - at) + (inside ? 0 : 5_000);
          if ((inside || before) && distance < least) {
            least = distance;
            best = Optional.of(body);
          }
        }
      }
    }
    return best;
  }
}

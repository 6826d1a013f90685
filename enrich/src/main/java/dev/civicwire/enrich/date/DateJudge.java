package dev.civicwire.enrich.date;

import dev.civicwire.contract.Event;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.date.DateKinds.Decision;
import dev.civicwire.enrich.date.DateKinds.Weights;
import dev.civicwire.enrich.learn.LinearModel;
import dev.civicwire.enrich.text.Example;
import dev.civicwire.enrich.text.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides between deadline, event and nothing: a model that was trained on labelled articles
/// weighs what the cues say with the words around; the cues alone say which deadline or event.
final class DateJudge {
  /// As a label's file and the model's have them.
  static final List<String> CLASSES = List.of("deadline", "event", "nothing");

  private static final int DEADLINE = 0;
  private static final int EVENT = 1;
  private static final int NOTHING = 2;

  private final LinearModel model;
  private final DateKinds kinds;
  private final DateFeatures features;
  private final Trace trace;

  DateJudge(LinearModel model, DateKinds kinds, DateFeatures features, Trace trace) {
    this.model = model;
    this.kinds = kinds;
    this.features = features;
    this.trace = trace;
  }

  Decision decide(DateMention mention, PartialDate date) {
    Decision said = kinds.decide(mention, date);
    if (said.settled()) {
      return said;
    }
    Map<String, Double> seen = features.of(mention, date, said, kinds.heard(mention, date));
    trace.example(
        () -> new Example(DateAnnotator.NAME, mention.start(), mention.end(), date.value(), seen));
    double[] shares = model.shares(seen);
    int winner = winner(shares);
    Weights weighed =
        new Weights(
            shares[DEADLINE],
            shares[EVENT],
            shares[NOTHING],
            said.weights().deadline(),
            said.weights().event());
    return new Decision(
        winner == DEADLINE
            ? said.deadline().or(() -> weighed.deadline().deadline())
            : Optional.empty(),
        winner == EVENT ? event(said, weighed, date) : Optional.empty(),
        shares[winner],
        weighed,
        said.reason(),
        trace.isOn() ? model.voices(seen, winner) : List.of(),
        false);
  }

  /// No happening is labelled that is told by its year alone.
  private static Optional<Event.Kind> event(Decision said, Weights weighed, PartialDate date) {
    return DateResolver.isVague(date)
        ? Optional.empty()
        : said.event().or(() -> Optional.of(weighed.event()));
  }

  private static int winner(double[] shares) {
    int winner = NOTHING;
    for (int c = 0; c < shares.length; c++) {
      winner = shares[c] > shares[winner] ? c : winner;
    }
    return winner;
  }
}

package dev.civicwire.enrich.date;

import dev.civicwire.contract.Event;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.date.DateDecision.Weights;
import dev.civicwire.enrich.learn.LinearModel;
import dev.civicwire.enrich.text.Example;
import dev.civicwire.enrich.text.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides between deadline, event and nothing: a model that was trained on labelled articles
/// weighs what the cues say with the words around; the cues alone say which deadline or event.
final class DateJudge {
  private static final String DEADLINE = "deadline";
  private static final String EVENT = "event";
  private static final String NOTHING = "nothing";

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

  DateDecision decide(DateMention mention, PartialDate date) {
    DateDecision said = kinds.decide(mention, date);
    if (said.settled()) {
      return said;
    }
    Map<String, Double> seen = features.of(mention, date, said, kinds.heard(mention, date));
    trace.example(
        () -> new Example(DateAnnotator.NAME, mention.start(), mention.end(), date.value(), seen));
    Map<String, Double> shares = model.shares(seen);
    String winner = winner(shares);
    Weights weighed =
        new Weights(
            share(shares, DEADLINE),
            share(shares, EVENT),
            share(shares, NOTHING),
            said.weights().deadline(),
            said.weights().event());
    return new DateDecision(
        winner.equals(DEADLINE)
            ? said.deadline().or(() -> weighed.deadline().deadline())
            : Optional.empty(),
        winner.equals(EVENT) ? event(said, weighed, mention, date) : Optional.empty(),
        share(shares, winner),
        weighed,
        said.reason(),
        trace.isOn() ? model.voices(seen, winner) : List.of(),
        false);
  }

  /// No happening is told by its year alone; a season is near enough.
  private static Optional<Event.Kind> event(
      DateDecision said, Weights weighed, DateMention mention, PartialDate date) {
    return DateResolver.isVague(date) && mention.form() != DateMention.Form.SEASON
        ? Optional.empty()
        : said.event().or(() -> Optional.of(weighed.event()));
  }

  private static String winner(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(NOTHING);
  }

  private static double share(Map<String, Double> shares, String name) {
    return shares.getOrDefault(name, 0.0);
  }
}

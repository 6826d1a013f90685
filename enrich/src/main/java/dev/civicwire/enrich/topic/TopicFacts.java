package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.text.Document;
import java.util.List;
import java.util.Map;

/// What is known of an article when its topics are weighed: how loudly each topic's words speak,
/// and what was found.
///
/// @param text how loudly each topic's words speak
/// @param headline the same in the headline alone
/// @param shared what speaks for or against any topic, in a fixed order
public record TopicFacts(
    Map<Topic, Double> text, Map<Topic, Double> headline, List<Double> shared) {
  /// Share of the text in front of which a post must be named to be its subject.
  private static final double LEAD = 0.25;

  private static final double MOST_RECRUITING = 2;

  /// Words of a long article.
  private static final int LONG = 600;

  public TopicFacts {
    text = Map.copyOf(text);
    headline = Map.copyOf(headline);
    shared = List.copyOf(shared);
  }

  /// Numbers of records and values.
  ///
  /// @param vacancies records of posts sought
  /// @param appointments records of posts taken
  /// @param departures records of posts left
  /// @param budgets public money
  /// @param salaries pay
  /// @param headcounts numbers of people
  public record Counts(
      int vacancies, int appointments, int departures, int budgets, int salaries, int headcounts) {}

  /// The facts of `document`.
  public static TopicFacts of(
      Document document,
      Profile profile,
      List<RoleValue> roles,
      List<Deadline> deadlines,
      Counts counts,
      Map<Topic, Double> text,
      Map<Topic, Double> headline) {
    double lead = document.text().length() * LEAD;
    return new TopicFacts(
        text,
        headline,
        List.of(
            yes(roles.stream().anyMatch(r -> r.status() == Status.VACANCY)),
            yes(leads(roles, Status.VACANCY, lead)),
            yes(leads(roles, Status.APPOINTED, lead)),
            yes(leads(roles, Status.DEPARTING, lead)),
            yes(roles.stream().anyMatch(r -> r.status() == Status.DEPARTING)),
            yes(deadlines.stream().anyMatch(d -> d.kind() == Deadline.Kind.APPLICATION)),
            yes(deadlines.stream().anyMatch(d -> d.kind() == Deadline.Kind.TENDER)),
            yes(counts.vacancies() > 0),
            yes(counts.appointments() > 0),
            yes(counts.departures() > 0),
            Math.min(MOST_RECRUITING, profile.recruitment()),
            yes(profile.advert()),
            yes(profile.publicSector()),
            Math.log1p(counts.budgets()),
            Math.log1p(counts.salaries()),
            Math.log1p(counts.headcounts()),
            yes(document.words().size() > LONG)));
  }

  private static boolean leads(List<RoleValue> roles, Status status, double limit) {
    return roles.stream()
        .filter(r -> r.status() == status)
        .anyMatch(r -> r.evidence().mentions().stream().anyMatch(m -> m.start() <= limit));
  }

  private static double yes(boolean fact) {
    return fact ? 1 : 0;
  }

  /// What is weighed for `topic`, in a fixed order.
  public double[] features(Topic topic) {
    double own = at(text, topic);
    double said = at(headline, topic);
    double most = text.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    long louder = text.values().stream().filter(other -> other > own).count();
    double[] features = new double[shared.size() + 5];
    features[0] = Math.log1p(own);
    features[1] = Math.log1p(said);
    features[2] = yes(said > 0);
    features[3] = most > 0 ? own / most : 0;
    features[4] = 1.0 / (1 + louder);
    for (int i = 0; i < shared.size(); i++) {
      features[i + 5] = shared.get(i);
    }
    return features;
  }

  private static double at(Map<Topic, Double> scores, Topic topic) {
    Double score = scores.get(topic);
    return score == null ? 0 : score;
  }
}

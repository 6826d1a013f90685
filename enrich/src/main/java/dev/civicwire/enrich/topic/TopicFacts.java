package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.text.Document;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What is known of an article when its topics are weighed: how loudly each topic's words speak,
/// and what was found.
///
/// @param text how loudly each topic's words speak
/// @param headline the same in the headline alone
/// @param shared what speaks for or against any topic, by name
public record TopicFacts(
    Map<Topic, Double> text, Map<Topic, Double> headline, Map<String, Double> shared) {
  /// Share of the text in front of which a post must be named to be its subject.
  private static final double LEAD = 0.25;

  private static final double MOST_RECRUITING = 2;

  /// Words of a long article.
  private static final int LONG = 600;

  public TopicFacts {
    // Never Map.copyOf: its order changes from one run to the next, and with it what wins a tie.
    text = Collections.unmodifiableMap(ofTopics(text));
    headline = Collections.unmodifiableMap(ofTopics(headline));
    shared = Collections.unmodifiableMap(new TreeMap<>(shared));
  }

  private static Map<Topic, Double> ofTopics(Map<Topic, Double> scores) {
    Map<Topic, Double> ordered = new EnumMap<>(Topic.class);
    ordered.putAll(scores);
    return ordered;
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
        Map.ofEntries(
            Map.entry("a vacancy", yes(roles.stream().anyMatch(r -> r.status() == Status.VACANCY))),
            Map.entry("a vacancy leads", yes(leads(roles, Status.VACANCY, lead))),
            Map.entry("an appointment leads", yes(leads(roles, Status.APPOINTED, lead))),
            Map.entry("a departure leads", yes(leads(roles, Status.DEPARTING, lead))),
            Map.entry(
                "a departure", yes(roles.stream().anyMatch(r -> r.status() == Status.DEPARTING))),
            Map.entry(
                "an application deadline",
                yes(deadlines.stream().anyMatch(d -> d.kind() == Deadline.Kind.APPLICATION))),
            Map.entry(
                "a tender deadline",
                yes(deadlines.stream().anyMatch(d -> d.kind() == Deadline.Kind.TENDER))),
            Map.entry("a record of a vacancy", yes(counts.vacancies() > 0)),
            Map.entry("a record of an appointment", yes(counts.appointments() > 0)),
            Map.entry("a record of a departure", yes(counts.departures() > 0)),
            Map.entry("recruiting", Math.min(MOST_RECRUITING, profile.recruitment())),
            Map.entry("advert", yes(profile.advert())),
            Map.entry("public sector", yes(profile.publicSector())),
            Map.entry("budgets", Math.log1p(counts.budgets())),
            Map.entry("salaries", Math.log1p(counts.salaries())),
            Map.entry("headcounts", Math.log1p(counts.headcounts())),
            Map.entry("long", yes(document.words().size() > LONG))));
  }

  private static boolean leads(List<RoleValue> roles, Status status, double limit) {
    return roles.stream()
        .filter(r -> r.status() == status)
        .anyMatch(r -> r.evidence().mentions().stream().anyMatch(m -> m.start() <= limit));
  }

  private static double yes(boolean fact) {
    return fact ? 1 : 0;
  }

  /// What is weighed for `topic`: each fact once for all topics and once for this one.
  Map<String, Double> features(Topic topic) {
    Map<String, Double> facts = new TreeMap<>(shared);
    facts.put("always", 1.0);
    facts.putAll(loudness(topic));
    Map<String, Double> features = new TreeMap<>();
    facts.forEach(
        (fact, value) -> {
          if (value != 0) {
            features.put(fact, value);
            features.put(name(topic) + ": " + fact, value);
          }
        });
    return features;
  }

  /// What is weighed for the article as a whole: the facts, and how loud each topic is.
  Map<String, Double> features() {
    Map<String, Double> features = new TreeMap<>(shared);
    features.put("always", 1.0);
    for (Topic topic : Topic.values()) {
      loudness(topic).forEach((fact, value) -> features.put(name(topic) + ": " + fact, value));
    }
    features.values().removeIf(value -> value == 0);
    return features;
  }

  /// How loud `topic` is in the text and in the headline, and beside the others.
  private Map<String, Double> loudness(Topic topic) {
    double own = at(text, topic);
    double said = at(headline, topic);
    double most = text.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    long louder = text.values().stream().filter(other -> other > own).count();
    return Map.of(
        "words", Math.log1p(own),
        "words of headline", Math.log1p(said),
        "in headline", yes(said > 0),
        "beside the loudest", most > 0 ? own / most : 0,
        "rank", 1.0 / (1 + louder));
  }

  /// As labels have it.
  static String name(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double at(Map<Topic, Double> scores, Topic topic) {
    Double score = scores.get(topic);
    return score == null ? 0 : score;
  }
}

package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what an article is about: the topics whose words it uses most, headline first, among those
/// that the values found in it allow. Immutable and safe for threads.
public final class Topics {
  private static final int MAX_TOPICS = 4;
  private static final int MAX_REPEATS = 3;
  private static final double HEADLINE = 3;

  /// Words of a text at which a cue counts whole; in longer texts it counts less.
  private static final double USUAL_LENGTH = 260;

  private static final double MIN_SCORE = 6.5;

  /// Where a post is the subject, another topic needs more than that.
  private static final double MIN_BESIDE_POST = 8.5;

  private final CueLexicon<Topic> lexicon =
      CueLexicon.load(Topics.class, "topics.tsv", Topic.class);

  /// What the values and records of an article say about its subject.
  ///
  /// @param vacancy whether it seeks somebody
  /// @param appointment whether somebody takes a post
  /// @param departure whether somebody leaves one
  /// @param publicSector whether its subject is a public body
  /// @param advert whether it is an advert itself
  public record Findings(
      boolean vacancy,
      boolean appointment,
      boolean departure,
      boolean publicSector,
      boolean advert) {
    boolean post() {
      return vacancy || appointment || departure;
    }
  }

  /// One to four topics, the strongest first.
  public List<Topic> of(Document headline, Document document, Findings findings) {
    Map<Topic, Double> scores = scores(headline, document);
    List<Topic> topics = new ArrayList<>();
    if (findings.vacancy()) {
      topics.add(Topic.RECRUITMENT);
    }
    if (findings.appointment() && !findings.vacancy()) {
      topics.add(Topic.APPOINTMENT);
    }
    if (findings.departure()) {
      topics.add(Topic.DEPARTURE);
    }
    if (findings.publicSector()) {
      double least = findings.post() ? MIN_BESIDE_POST : MIN_SCORE;
      least += findings.advert() ? 4 : 0;
      addOthers(topics, scores, least, findings);
    }
    if (topics.isEmpty()) {
      topics.add(findings.publicSector() ? strongest(scores) : Topic.OTHER);
    }
    return List.copyOf(topics.subList(0, Math.min(MAX_TOPICS, topics.size())));
  }

  private static void addOthers(
      List<Topic> topics, Map<Topic, Double> scores, double least, Findings findings) {
    int limit = findings.post() ? 3 : MAX_TOPICS;
    scores.entrySet().stream()
        .filter(e -> e.getValue() >= least && !isPost(e.getKey()))
        .filter(e -> !topics.contains(e.getKey()))
        .sorted(Comparator.comparing((Map.Entry<Topic, Double> e) -> e.getValue()).reversed())
        .limit(Math.max(0, limit - topics.size()))
        .forEach(e -> topics.add(e.getKey()));
  }

  private static boolean isPost(Topic topic) {
    return topic == Topic.RECRUITMENT || topic == Topic.APPOINTMENT || topic == Topic.DEPARTURE;
  }

  private static Topic strongest(Map<Topic, Double> scores) {
    return scores.entrySet().stream()
        .filter(e -> !isPost(e.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Topic.OTHER);
  }

  private Map<Topic, Double> scores(Document headline, Document document) {
    Map<Topic, Double> scores = new EnumMap<>(Topic.class);
    double length = Math.max(USUAL_LENGTH, document.words().size());
    add(scores, document, Math.sqrt(USUAL_LENGTH / length));
    add(scores, headline, HEADLINE);
    return scores;
  }

  private void add(Map<Topic, Double> scores, Document document, double factor) {
    Map<Cue<Topic>, Integer> counts = new HashMap<>();
    for (Cue.Hit<Topic> hit : lexicon.find(document.words())) {
      if (counts.merge(hit.cue(), 1, Integer::sum) <= MAX_REPEATS) {
        scores.merge(hit.cue().kind(), hit.cue().weight() * factor, Double::sum);
      }
    }
  }
}

package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.learn.LinearModel;
import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Example;
import dev.civicwire.enrich.text.Rows;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what an article is about: posts by its findings, everything else by the topics whose words
/// it uses most, headline first. Immutable and safe for threads.
public final class Topics {
  /// Name and version of what decides them.
  public static final String NAME = "topics/2";

  private static final String FITS = "fits";
  private static final int MAX_TOPICS = 4;

  /// Topics of an article whose subject is a post.
  private static final int MAX_BESIDE_POST = 3;

  private static final int MAX_REPEATS = 3;
  private static final double HEADLINE = 3;

  /// Words of a text at which a cue counts whole; in longer texts it counts less.
  private static final double USUAL_LENGTH = 260;

  /// An advert's own phrases are about its employer, not about the news.
  private static final double ADVERT_FACTOR = 2;

  /// How loudly an article that is not about the public sector must speak of an appointment.
  private static final double COMPANY_APPOINTMENT = 7;

  private static final int THRESHOLD_COLUMNS = 3;

  /// A topic of this probability is one although its words alone would not do.
  private static final double PROBABLE = 0.4;

  /// A topic below is none although its words are loud.
  private static final double IMPROBABLE = 0.15;

  private final CueLexicon<Topic> lexicon =
      CueLexicon.load(Topics.class, "topics.tsv", Topic.class);
  private final Map<Topic, Threshold> thresholds = thresholds();

  private final LinearModel model = LinearModel.load(Topics.class, "model.tsv");

  private record Threshold(double programme, double post) {}

  private static Map<Topic, Threshold> thresholds() {
    Map<Topic, Threshold> thresholds = new EnumMap<>(Topic.class);
    for (String[] row : Rows.of(Topics.class, "thresholds.tsv", THRESHOLD_COLUMNS)) {
      thresholds.put(
          Topic.valueOf(row[0].toUpperCase(Locale.ROOT)),
          new Threshold(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
    }
    return thresholds;
  }

  /// How loudly each topic's words speak.
  public Map<Topic, Double> scores(Document headline, Document document) {
    Map<Topic, Double> scores = new EnumMap<>(Topic.class);
    double length = Math.max(USUAL_LENGTH, document.words().size());
    add(scores, document, Math.sqrt(USUAL_LENGTH / length));
    add(scores, headline, HEADLINE);
    return scores;
  }

  /// How loudly each topic's words speak in a headline alone.
  public Map<Topic, Double> headline(Document headline) {
    Map<Topic, Double> scores = new EnumMap<>(Topic.class);
    add(scores, headline, 1);
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

  /// The topics that the words speak of, the loudest first, each with what it needs beside a post
  /// and elsewhere: for people.
  public String told(Map<Topic, Double> scores) {
    return scores.entrySet().stream()
        .sorted(Map.Entry.<Topic, Double>comparingByValue().reversed())
        .map(e -> told(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", ", "spoken of: ", ""));
  }

  private String told(Topic topic, double score) {
    @Nullable Threshold threshold = thresholds.get(topic);
    String name = TopicFacts.name(topic);
    String needs =
        threshold == null
            ? ""
            : " (needs %.1f, beside a post %.1f)"
                .formatted(threshold.programme(), threshold.post());
    return "%s %.1f%s".formatted(name, score, needs);
  }

  /// One to four topics: those that the article's words say, but for what is improbable by all that
  /// is known of it, and those that are probable without.
  public List<Topic> of(TopicFacts facts, Verdict verdict, Trace trace) {
    Map<Topic, Double> probable = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      Map<String, Double> features = facts.features(topic);
      trace.example(() -> new Example(NAME, 0, 0, TopicFacts.name(topic), features));
      probable.put(topic, model.shares(features).getOrDefault(FITS, 0.0));
    }
    List<Topic> said = said(facts.text(), verdict);
    if (!verdict.publicSector()) {
      return said;
    }
    List<Topic> topics = new ArrayList<>();
    said.stream()
        .filter(topic -> probable.getOrDefault(topic, 0.0) >= IMPROBABLE)
        .forEach(topics::add);
    probable.entrySet().stream()
        .filter(e -> e.getValue() >= PROBABLE && !topics.contains(e.getKey()))
        .sorted(Map.Entry.<Topic, Double>comparingByValue().reversed())
        .limit(MAX_TOPICS - topics.size())
        .map(Map.Entry::getKey)
        .toList()
        .forEach(topics::add);
    return topics.isEmpty() ? said : List.copyOf(topics);
  }

  /// The topics that the words say, the strongest first.
  private List<Topic> said(Map<Topic, Double> scores, Verdict verdict) {
    if (!verdict.publicSector()) {
      return List.of(isAppointment(scores) ? Topic.APPOINTMENT : Topic.OTHER);
    }
    List<Topic> topics = new ArrayList<>();
    if (verdict.vacancy()) {
      topics.add(Topic.RECRUITMENT);
    }
    if (verdict.appointment()) {
      topics.add(Topic.APPOINTMENT);
    }
    if (verdict.departure()) {
      topics.add(Topic.DEPARTURE);
    }
    addOthers(topics, scores, verdict);
    if (topics.isEmpty()) {
      topics.add(strongest(scores));
    }
    return List.copyOf(topics);
  }

  /// Companies appoint people too.
  private static boolean isAppointment(Map<Topic, Double> scores) {
    Double score = scores.get(Topic.APPOINTMENT);
    return score != null && score >= COMPANY_APPOINTMENT;
  }

  private void addOthers(List<Topic> topics, Map<Topic, Double> scores, Verdict verdict) {
    boolean post = verdict.job();
    int limit = post ? MAX_BESIDE_POST : MAX_TOPICS;
    scores.entrySet().stream()
        .filter(e -> isLoud(e.getKey(), e.getValue(), post, verdict.advert()))
        .sorted(Comparator.comparing((Map.Entry<Topic, Double> e) -> e.getValue()).reversed())
        .limit(Math.max(0, limit - topics.size()))
        .forEach(e -> topics.add(e.getKey()));
  }

  private boolean isLoud(Topic topic, double score, boolean post, boolean advert) {
    @Nullable Threshold threshold = thresholds.get(topic);
    if (threshold == null) {
      return false;
    }
    double least = post ? threshold.post() : threshold.programme();
    return score >= (advert ? least * ADVERT_FACTOR : least);
  }

  private Topic strongest(Map<Topic, Double> scores) {
    return scores.entrySet().stream()
        .filter(e -> thresholds.containsKey(e.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Topic.OTHER);
  }
}

package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Relevance;
import dev.civicwire.enrich.learn.LinearModel;
import dev.civicwire.enrich.text.Example;
import dev.civicwire.enrich.text.Trace;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Weighs why an article matters: by how loud each topic is, by the records and values found, and
/// by the rules' own verdict. Immutable and safe for threads.
public final class RelevanceModel {
  /// Name and version of what decides it.
  public static final String NAME = "relevance/1";

  private final LinearModel model = LinearModel.load(RelevanceModel.class, "relevance.tsv");

  /// What `facts` and `verdict` make of an article; nothing where no public body is its subject.
  public Relevance of(TopicFacts facts, Verdict verdict, Trace trace) {
    Map<String, Double> features = facts.features();
    features.put("rules: " + name(verdict.relevance()), 1.0);
    trace.example(() -> new Example(NAME, 0, 0, name(verdict.relevance()), features));
    Map<String, Double> shares = model.shares(features);
    trace.note(() -> told(shares, verdict));
    if (!verdict.publicSector()) {
      return Relevance.NONE;
    }
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(likeliest -> Relevance.valueOf(likeliest.getKey().toUpperCase(Locale.ROOT)))
        .orElseGet(verdict::relevance);
  }

  /// The shares for people, the largest first.
  private static String told(Map<String, Double> shares, Verdict verdict) {
    return shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(share -> "%s %.2f".formatted(share.getKey(), share.getValue()))
        .collect(
            Collectors.joining(", ", "relevance: ", "; by rules " + name(verdict.relevance())));
  }

  private static String name(Relevance relevance) {
    return relevance.name().toLowerCase(Locale.ROOT);
  }
}

package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells, for those who want to know, which readings of a body's name a place had and why one won.
final class BodyConflicts {
  private final Words words;

  BodyConflicts(Words words) {
    this.words = words;
  }

  /// Notes each mention that had to win over another.
  ///
  /// @param kept mentions that won, in text order
  /// @param candidates all readings, those kept among them
  void note(List<BodyMention> kept, List<BodyMention> candidates, Trace trace) {
    for (BodyMention winner : kept) {
      List<BodyMention> rivals = new ArrayList<>();
      for (BodyMention other : candidates) {
        boolean overlaps = other.first() < winner.last() && winner.first() < other.last();
        if (overlaps && !told(other).equals(told(winner))) {
          rivals.add(other);
        }
      }
      if (!rivals.isEmpty()) {
        trace.add(() -> choice(winner, rivals));
      }
    }
  }

  private Choice choice(BodyMention winner, List<BodyMention> rivals) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(told(winner), winner.confidence());
    rivals.forEach(rival -> scores.putIfAbsent(told(rival), rival.confidence()));
    return new Choice(
        winner.annotator(),
        words.start(winner.first()),
        words.end(winner.last() - 1),
        told(winner),
        scores,
        reason(winner, rivals),
        List.of());
  }

  private static String reason(BodyMention winner, List<BodyMention> rivals) {
    if (rivals.stream().anyMatch(r -> r.first() > winner.first())) {
      return "starts first";
    }
    return rivals.stream().anyMatch(r -> r.length() < winner.length())
        ? "longer"
        : winner.body().isPresent() ? "listed" : "asked first";
  }

  private static String told(BodyMention mention) {
    return "\"%s\" by %s".formatted(mention.name(), mention.annotator().replaceFirst("/.*", ""));
  }
}

package dev.civicwire.enrich.quote;

import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The speakers proposed for a stretch, for those who want to know why one was taken.
final class WeighedSpeakers {
  private WeighedSpeakers() {}

  static Choice of(String text, Words words, Stretch stretch, List<Attribution> proposed) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (Attribution attribution : proposed) {
      scores.putIfAbsent(words(text, words, attribution), attribution.speaker().sure());
    }
    Attribution won = proposed.getFirst();
    return new Choice(
        QuotationAnnotator.RULES,
        stretch.start(),
        stretch.end(),
        words(text, words, won),
        scores,
        won.rule().words(),
        List.of());
  }

  private static String words(String text, Words words, Attribution attribution) {
    Speaker speaker = attribution.speaker();
    String place = QuotationAnnotator.place(text, words, speaker).surface().replaceAll("\\s+", " ");
    return speaker
        .person()
        .map(p -> p.name())
        .filter(n -> !n.equals(place))
        .map(n -> place + " = " + n)
        .orElse(place);
  }
}

package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Region;
import dev.civicwire.enrich.gazetteer.Trie;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.Trace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells, for those who want to know, which readings a place had, and which places are none since
/// they are part of another name.
final class PlaceConflicts {
  private final Words words;
  private final PlaceGazetteer gazetteer;
  private final Trace trace;

  PlaceConflicts(Words words, PlaceGazetteer gazetteer, Trace trace) {
    this.words = words;
    this.gazetteer = gazetteer;
    this.trace = trace;
  }

  /// Notes each listed place that stands in the name of a body or person, once.
  void note(Taken taken) {
    if (!trace.isOn()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Trie.Match<Region>> match =
          taken.has(i) ? gazetteer.longest(words, i) : Optional.empty();
      if (match.isPresent() && seen.add(words.phrase(i, match.get().last()))) {
        int first = i;
        int last = match.get().last();
        trace.add(() -> inName(first, last));
      }
    }
  }

  private Choice inName(int first, int last) {
    return new Choice(
        "gazetteer/1",
        words.start(first),
        words.end(last - 1),
        Choice.NOTHING,
        Map.of("part of a body's or person's name", 1.0, "a listed place", 0.8),
        "names of bodies and people are read before places",
        List.of());
  }

  /// Notes which of `rules` speak for a place; the first of them won.
  void note(PlaceMention place, List<PlaceRule> rules) {
    if (!trace.isOn()) {
      return;
    }
    Map<String, Double> told = new LinkedHashMap<>();
    for (PlaceRule rule : rules) {
      rule.at()
          .apply(place.first())
          .ifPresent(other -> told.put(named(rule, other), other.confidence()));
    }
    trace.add(() -> choice(place, told));
  }

  private String named(PlaceRule rule, PlaceMention place) {
    return "%s \"%s\"".formatted(rule.name(), words.phrase(place.first(), place.last()));
  }

  private Choice choice(PlaceMention place, Map<String, Double> told) {
    return new Choice(
        place.annotator(),
        words.start(place.first()),
        words.end(place.last() - 1),
        told.keySet().stream().findFirst().orElse("place"),
        told,
        told.size() > 1 ? "asked first" : "",
        List.of());
  }
}

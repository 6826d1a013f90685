package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Tells, for those who want to know, why a title was kept or refused, and which words competed for
/// its status. The scores are ranks: the rule asked first wins.
final class RoleChoices {
  private final String annotator;
  private final Words words;
  private final StatusCues cues;
  private final RoleFilter filter;
  private final Trace trace;

  RoleChoices(String annotator, Words words, StatusCues cues, RoleFilter filter, Trace trace) {
    this.annotator = annotator;
    this.words = words;
    this.cues = cues;
    this.filter = filter;
    this.trace = trace;
  }

  /// Notes a title that is no post of a public body.
  void refused(RoleSpan span, OptionalInt body, OptionalInt person) {
    if (trace.isOn()) {
      String why = filter.refusal(span, body).orElse(unsupported(span));
      add(span, Choice.NOTHING, Map.of("refused: " + why, 1.0, sort(span), 0.0), why);
    }
  }

  private static String unsupported(RoleSpan span) {
    return span.plural()
        ? "several of a kind, and nobody is hiring them"
        : "no holder, no body and no word of hiring beside it";
  }

  /// Notes a title that was kept.
  ///
  /// @param neighbour true where it stands in a list behind another post
  /// @param own what its sentence says of it
  /// @param told what it was taken for
  void kept(
      RoleSpan span,
      OptionalInt person,
      boolean advert,
      boolean neighbour,
      Status own,
      Status told) {
    if (!trace.isOn()) {
      return;
    }
    Map<String, Double> ranks = new LinkedHashMap<>();
    Map<String, Status> proposed = cues.proposed(span, person, advert);
    double rank = proposed.size();
    for (Map.Entry<String, Status> rule : proposed.entrySet()) {
      ranks.put(named(rule.getValue()) + " " + rule.getKey(), rank--);
    }
    boolean cued = proposed.values().stream().findFirst().filter(told::equals).isPresent();
    String winner = named(told);
    String why = "by the words asked first";
    if (!cued) {
      why =
          neighbour && told != own
              ? "as its neighbour in the list"
              : "by what the article says elsewhere";
      ranks.put(winner + " " + why, proposed.size() + 1.0);
    }
    add(span, winner, ranks, why + "; " + sort(span));
  }

  private void add(RoleSpan span, String winner, Map<String, Double> scores, String reason) {
    trace.add(
        () ->
            new Choice(
                annotator,
                words.start(span.first()),
                words.end(span.last() - 1),
                winner,
                scores,
                reason,
                List.of()));
  }

  private static String named(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String sort(RoleSpan span) {
    return switch (span.sort()) {
      case CHIEF -> "a chief's title";
      case ACRONYM -> "an acronym of a title";
      case DIRECTOR -> "a director's title";
      case HEAD_OF -> "a head of something";
      case SECRETARY -> "a permanent secretary's title";
      case FIXED -> "a title of the list";
      case PROFESSION -> "a profession";
      case TITLE_LINE -> "an advert's title";
    };
  }
}

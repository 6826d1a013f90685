package dev.civicwire.enrich.explain;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.Voice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An article with every value, the rule or model behind it, what it competed with and why it won.
///
/// @param tagged what the tagger made of the article
/// @param choices what annotators weighed
/// @param notes lines about the article as a whole
public record Explanation(TaggedArticle tagged, List<Choice> choices, List<String> notes) {
  /// Cues shown for a value; the rest whisper.
  private static final int MAX_VOICES = 6;

  /// A row of cues can hold dozens of words.
  private static final int MAX_PHRASE = 48;

  public Explanation {
    choices = List.copyOf(choices);
    notes = List.copyOf(notes);
  }

  /// The page for a terminal: the text with its values numbered, each value with its reasons, what
  /// was passed over, the records and the subject. Ends with a line feed.
  public String print() {
    StringBuilder page = new StringBuilder();
    List<Value> values =
        tagged.values().sorted(Comparator.comparingInt((Value v) -> v.evidence().start())).toList();
    Article article = tagged.article();
    line(page, article.id() + "  " + article.title());
    line(
        page,
        "published %s, language %s, %s"
            .formatted(
                article.published().map(p -> p.value()).orElse("unknown"),
                tagged.language().orElse("unknown"),
                tagged.tagger()));
    line(page, "");
    line(page, MarkedText.of(article.text(), values));
    line(page, "");
    line(page, "Values");
    for (int i = 0; i < values.size(); i++) {
      value(page, i + 1, values.get(i));
    }
    passedOver(page);
    RecordLines.of(tagged).forEach(text -> line(page, text));
    subject(page);
    return page.toString();
  }

  private void value(StringBuilder page, int number, Value value) {
    ValueText text = ValueText.of(value);
    Evidence evidence = value.evidence();
    line(
        page,
        "[%d] %s: %s  (%.2f, %s)"
            .formatted(
                number, text.type(), text.text(), evidence.confidence(), evidence.annotator()));
    line(page, "    " + places(evidence));
    Optional<Choice> choice = choice(evidence.mention(), evidence.annotator());
    if (choice.isPresent()) {
      reasons(page, choice.get());
      elsewhere(page, evidence, choice.get());
    }
    if (choice.isEmpty() || Rules.known(evidence.annotator())) {
      line(page, "    " + Rules.of(evidence.annotator()));
    }
  }

  private static String places(Evidence evidence) {
    String others =
        evidence.mentions().stream()
            .filter(m -> !m.equals(evidence.mention()))
            .map(m -> m.start() + " \"" + flat(m.surface()) + "\"")
            .collect(Collectors.joining(", "));
    String place =
        "at %d-%d \"%s\"".formatted(evidence.start(), evidence.end(), flat(evidence.surface()));
    return others.isEmpty() ? place : place + "; also at " + others;
  }

  /// What the value's other places say, where they say something else.
  private void elsewhere(StringBuilder page, Evidence evidence, Choice shown) {
    Set<String> told = new HashSet<>(Set.of(shown.winner()));
    for (Mention mention : evidence.mentions()) {
      choice(mention, evidence.annotator())
          .filter(c -> told.add(c.winner()))
          .ifPresent(
              c -> {
                line(page, "    at %d also".formatted(mention.start()));
                reasons(page, c);
              });
    }
  }

  private Optional<Choice> choice(Mention mention, String annotator) {
    return choices.stream()
        .filter(c -> !c.winner().equals(Choice.NOTHING))
        .sorted(Comparator.comparing(c -> !c.annotator().equals(annotator)))
        .filter(c -> c.start() == mention.start() && c.end() == mention.end())
        .findFirst();
  }

  private static void reasons(StringBuilder page, Choice choice) {
    String scores =
        choice.scores().entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(e -> !e.getKey().startsWith(choice.winner())))
            .map(e -> "%s %.1f".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(" > "));
    String reason = choice.reason().isEmpty() ? "" : " (" + choice.reason() + ")";
    line(page, "    %s%s: %s".formatted(choice.winner(), reason, scores));
    if (!choice.voices().isEmpty()) {
      line(
          page,
          "    heard: "
              + choice.voices().stream()
                  .limit(MAX_VOICES)
                  .map(Explanation::voice)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String voice(Voice voice) {
    String phrase = voice.phrase();
    String shown = phrase.length() > MAX_PHRASE ? phrase.substring(0, MAX_PHRASE) + "..." : phrase;
    return "%s %+.1f (%s)".formatted(voice.kind(), voice.weight(), shown);
  }

  private void passedOver(StringBuilder page) {
    List<Choice> passed = choices.stream().filter(c -> c.winner().equals(Choice.NOTHING)).toList();
    if (!passed.isEmpty()) {
      line(page, "");
      line(page, "Passed over");
    }
    for (Choice choice : passed) {
      String surface = tagged.article().text().substring(choice.start(), choice.end());
      line(page, "at %d \"%s\" (%s)".formatted(choice.start(), flat(surface), choice.annotator()));
      reasons(page, choice);
    }
  }

  private void subject(StringBuilder page) {
    line(page, "");
    line(page, "Subject");
    line(
        page,
        "%s; topics %s; relevance %s"
            .formatted(
                tagged.isPublicSector() ? "public sector" : "not the public sector",
                tagged.topics().stream()
                    .map(t -> t.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ")),
                tagged.relevance().name().toLowerCase(Locale.ROOT)));
    notes.forEach(note -> line(page, "    " + note));
  }

  private static String flat(String surface) {
    return surface.replaceAll("\\s+", " ");
  }

  private static void line(StringBuilder page, String text) {
    page.append(text).append('\n');
  }
}

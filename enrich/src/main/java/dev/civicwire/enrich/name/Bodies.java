package dev.civicwire.enrich.name;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.enrich.gazetteer.Body;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins the mentions of one body into one organisation.
final class Bodies {
  /// Neither right nor wrong as organisations: the state itself.
  private static final Set<String> STATE =
      Set.of(
          "government",
          "uk government",
          "the government",
          "civil service",
          "parliament",
          "cabinet");

  private static final Set<String> VERBS =
      Set.of(
          "is", "was", "has", "had", "will", "would", "and", "or", "in", "to", "for", "from", "by",
          "as", "at", "on", "can", "must", "should", "which", "that", "over");

  private final String text;
  private final Words words;
  private final Definitions definitions;
  private final Map<String, List<BodyMention>> groups = new LinkedHashMap<>();

  Bodies(String text, Words words, Definitions definitions) {
    this.text = text;
    this.words = words;
    this.definitions = definitions;
  }

  List<Organisation> of(List<BodyMention> mentions) {
    for (BodyMention mention : mentions) {
      groups.computeIfAbsent(key(mention), k -> new ArrayList<>()).add(mention);
    }
    return groups.values().stream()
        .filter(group -> !STATE.contains(normal(group.getFirst().name())))
        .filter(group -> group.stream().anyMatch(m -> !adjective(m)))
        .map(this::organisation)
        .toList();
  }

  /// `NHS` in `an ordinary NHS back room` says of what sort the room is.
  private boolean adjective(BodyMention mention) {
    int before = mention.first() - 1;
    int after = mention.last();
    boolean alone = mention.length() == 1 && mention.name().equals("NHS");
    boolean article = words.key(before).equals("the") || words.startsSentence(mention.first());
    boolean noun = words.shape(after) == Shape.LOWER && !VERBS.contains(words.key(after));
    boolean number = words.key(before).equals("of") || words.key(before).equals("each");
    return alone && !article && noun && !number;
  }

  private String key(BodyMention mention) {
    Optional<BodyMention> defined =
        mention.length() == 1 ? definitions.body(mention.name()) : Optional.empty();
    BodyMention named = defined.orElse(mention);
    return normal(named.body().map(Body::name).orElse(named.name()));
  }

  static String normal(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("&", " and ").replace("'s", "");
    plain = plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return plain.startsWith("the ") ? plain.substring(4) : plain;
  }

  private Organisation organisation(List<BodyMention> group) {
    BodyMention fullest =
        group.stream()
            .max(
                Comparator.comparingInt((BodyMention m) -> isCode(m) ? 0 : m.name().length())
                    .thenComparingInt(m -> -m.first()))
            .orElseThrow();
    Optional<Body> body = group.stream().flatMap(m -> m.body().stream()).findFirst();
    String name =
        isCode(fullest)
            ? body.map(Body::name).orElse(fullest.name())
            : spelled(fullest.name(), body);
    double confidence = group.stream().mapToDouble(BodyMention::confidence).max().orElseThrow();
    if (group.size() > 1) {
      confidence = Math.min(0.98, confidence + 0.03);
    }
    return new Organisation(
        name,
        acronym(group, body),
        fullest.kind(),
        body.flatMap(Body::identifier),
        Evidence.of(
            place(fullest),
            group.stream().map(this::place).toList(),
            confidence,
            fullest.annotator()));
  }

  /// Names in capitals are written as the list writes them.
  private static String spelled(String name, Optional<Body> body) {
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && name.indexOf(' ') > 0;
    return capitals && body.isPresent() ? body.get().name() : name;
  }

  private boolean isCode(BodyMention mention) {
    return mention.length() == 1
        && (mention.annotator().equals("acronym/1") || mention.annotator().equals("definition/1"))
        && Definitions.isAcronym(words, mention.first());
  }

  private Optional<String> acronym(List<BodyMention> group, Optional<Body> body) {
    return group.stream()
        .filter(this::isCode)
        .map(BodyMention::name)
        .findFirst()
        .or(() -> body.flatMap(Body::acronym));
  }

  private Mention place(BodyMention mention) {
    return Mention.of(text, words.start(mention.first()), words.end(mention.last() - 1));
  }
}

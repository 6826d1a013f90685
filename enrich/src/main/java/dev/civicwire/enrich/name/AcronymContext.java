package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Body;
import dev.civicwire.enrich.gazetteer.BodyGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether a word in capitals is a body's acronym where the article does not define it.
final class AcronymContext {
  private static final Set<String> BEFORE =
      Set.of("at", "the", "from", "by", "with", "when", "within", "and", "across", "of");
  private static final Set<String> AFTER =
      Set.of(
          "'s",
          "said",
          "says",
          "has",
          "had",
          "is",
          "was",
          "will",
          "would",
          "wants",
          "wanted",
          "plans",
          "hopes",
          "expects",
          "chief",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "staff",
          "told",
          "confirmed",
          "denies",
          "described",
          "describes",
          "announced");

  private static final Set<String> SCHEMES =
      Set.of(
          "pension",
          "pensions",
          "agenda",
          "band",
          "bands",
          "terms",
          "discount",
          "discounts",
          "jobs",
          "scheme",
          "experience",
          "values",
          "constitution",
          "login",
          "mail",
          "number",
          "numbers",
          "pay",
          "contract",
          "contracts",
          "standards",
          "benefits",
          "scotland");

  private final Words words;
  private final BodyGazetteer gazetteer;
  private final Headlines headlines;
  private final Set<Body> named = new HashSet<>();

  AcronymContext(
      Words words, List<BodyMention> mentions, BodyGazetteer gazetteer, Headlines headlines) {
    this.words = words;
    this.gazetteer = gazetteer;
    this.headlines = headlines;
    mentions.forEach(m -> m.body().ifPresent(named::add));
  }

  Optional<BodyMention> mention(int i, Setting setting) {
    String surface = words.surface(i);
    List<Body> bodies = gazetteer.byAcronym(surface);
    if (bodies.isEmpty() || isScheme(i)) {
      return Optional.empty();
    }
    Optional<Body> here = bodies.stream().filter(named::contains).findFirst();
    if (here.isPresent() && (surface.length() > 2 || written(i, here.get()))) {
      return Optional.of(mention(i, surface, here.get(), 0.95));
    }
    Body body = setting.choose(bodies);
    if (!written(i, body) || headlines.capitalised(i)) {
      return Optional.empty();
    }
    if (!gazetteer.ambiguous(surface.toUpperCase(java.util.Locale.ROOT)) && surface.length() > 2) {
      return Optional.of(mention(i, surface, body, 0.85));
    }
    return inContext(i) ? Optional.of(mention(i, surface, body, 0.6)) : Optional.empty();
  }

  /// `NHS Pension`, `NHS Agenda for Change`: schemes of many employers, and none of them.
  private boolean isScheme(int i) {
    return words.key(i).equals("nhs") && SCHEMES.contains(words.key(i + 1));
  }

  /// True where it is written as the body writes it, in capitals throughout, or as "MoJ".
  private boolean written(int i, Body body) {
    return words.shape(i) == Shape.UPPER
        || body.acronym().filter(words.surface(i)::equals).isPresent()
        || isCapitalised(words.surface(i));
  }

  /// True for capitals with a small word's letter between them.
  private static boolean isCapitalised(String surface) {
    return surface.length() > 2
        && Character.isUpperCase(surface.charAt(0))
        && Character.isUpperCase(surface.charAt(surface.length() - 1));
  }

  private boolean inContext(int i) {
    boolean after = AFTER.contains(words.key(i + 1));
    boolean before = BEFORE.contains(words.key(i - 1)) && !words.startsSentence(i);
    String prev = words.key(i - 1);
    if (prev.equals("at")) {
      return !words.capital(i + 1);
    }
    return after && (before || words.startsSentence(i));
  }

  private static BodyMention mention(int i, String surface, Body body, double confidence) {
    return new BodyMention(
        i, i + 1, surface, Optional.of(body), body.kind(), confidence, "acronym/1");
  }
}

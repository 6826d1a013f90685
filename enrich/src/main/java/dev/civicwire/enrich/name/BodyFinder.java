package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation;
import dev.civicwire.enrich.gazetteer.Body;
import dev.civicwire.enrich.gazetteer.BodyGazetteer;
import dev.civicwire.enrich.gazetteer.BodyName;
import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Trie;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds where bodies are named: by list, by grammar, by the article's own definitions, by acronym.
/// Of two that overlap the one that starts first stays, of two that start alike the longer.
final class BodyFinder {
  private static final Set<String> LOCATIVE = Set.of("at", "from", "by", "with", "for", "to");
  private final BodyGazetteer gazetteer;
  private final HeadWords heads;
  private final BodyPatterns patterns;
  private final CompanyCues companies;
  private final Descriptions descriptions;

  BodyFinder(BodyGazetteer gazetteer, HeadWords heads, PersonWords lexicon, PlaceGazetteer places) {
    this.gazetteer = gazetteer;
    this.heads = heads;
    this.patterns = new BodyPatterns(heads, gazetteer, places);
    this.companies = new CompanyCues(heads, lexicon);
    this.descriptions = new Descriptions(heads, lexicon);
  }

  /// What was found.
  ///
  /// @param mentions in text order, none overlapping another
  /// @param definitions what the article's acronyms stand for
  record Found(List<BodyMention> mentions, Definitions definitions) {}

  Found find(Words words, Headlines headlines, Setting setting, Trace trace) {
    List<BodyMention> candidates = known(words, setting);
    candidates.addAll(patterns.find(words, headlines));
    List<BodyMention> read = new ArrayList<>(candidates);
    List<BodyMention> named = longest(candidates);
    Definitions definitions = Definitions.read(words, named, heads);
    candidates = new ArrayList<>(named);
    candidates.addAll(definitions.added());
    candidates.addAll(acronyms(words, named, definitions, headlines, setting));
    candidates.addAll(companies.find(words, headlines));
    candidates.addAll(descriptions.find(words, headlines));
    read.addAll(candidates);
    List<BodyMention> all = longest(candidates);
    all.addAll(Repeats.find(words, all));
    all = longest(all);
    all.addAll(ShortForms.find(words, all, heads));
    List<BodyMention> kept = longest(all);
    if (trace.isOn()) {
      read.addAll(all);
      new BodyConflicts(words).note(kept, read, trace);
    }
    return new Found(kept, definitions);
  }

  private List<BodyMention> known(Words words, Setting setting) {
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Trie.Match<BodyName>> match = gazetteer.longest(words, i);
      if (match.isPresent() && accepted(words, match.get())) {
        found.add(mention(words, match.get(), setting));
      }
    }
    return found;
  }

  private boolean accepted(Words words, Trie.Match<BodyName> match) {
    int first = match.first();
    if (match.last() > first + 1 || !gazetteer.ambiguous(words.surface(first))) {
      return !continues(words, match);
    }
    boolean before =
        LOCATIVE.contains(words.key(first - 1)) || CompanyCues.isCue(words.key(first - 1));
    boolean possessive = words.key(first + 1).equals("'s");
    boolean the = words.key(first - 1).equals("the") && words.key(first).equals("treasury");
    boolean union =
        words.key(first - 1).equals("union")
            || words.key(first + 1).equals("said")
            || words.key(first + 1).equals("union");
    boolean owner =
        possessive
            && (words.shape(first + 2) == Shape.LOWER
                || words.shape(first + 2) == Shape.CAPITALISED);
    boolean code =
        words.key(first - 1).equals("the")
            && words.shape(first) == Shape.UPPER
            && (words.key(first + 1).equals(",") || possessive);
    if (owner || code) {
      return true;
    }
    return (!words.startsSentence(first) || union)
        && (before || possessive || the || union)
        && !words.capital(first + 1)
        && words.sameSentence(first - 1, first);
  }

  /// True where a longer name goes on, so that this one is only its beginning: `Home Office Road`.
  private boolean continues(Words words, Trie.Match<BodyName> match) {
    int next = match.last();
    return words.sameSentence(match.first(), next)
        && words.capital(next)
        && heads.product(words.key(next))
        && match.values().getFirst().body().kind() != Organisation.Kind.PUBLIC;
  }

  private static BodyMention mention(Words words, Trie.Match<BodyName> match, Setting setting) {
    Body body = setting.choose(match.values().stream().map(BodyName::body).toList());
    String name = words.phrase(match.first(), match.last());
    double confidence = match.last() - match.first() > 1 ? 0.95 : 0.85;
    return new BodyMention(
        match.first(),
        match.last(),
        name,
        Optional.of(body),
        body.kind(),
        confidence,
        "gazetteer/1");
  }

  private List<BodyMention> acronyms(
      Words words,
      List<BodyMention> named,
      Definitions definitions,
      Headlines headlines,
      Setting setting) {
    AcronymContext context = new AcronymContext(words, named, gazetteer, headlines);
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.shape(i) == Shape.UPPER
          || words.shape(i) == Shape.MIXED
          || Definitions.isAcronym(words, i)) {
        String surface = words.surface(i);
        if (definitions.body(surface).isPresent()) {
          BodyMention defined = definitions.body(surface).get();
          found.add(
              new BodyMention(
                  i, i + 1, surface, defined.body(), defined.kind(), 0.95, "definition/1"));
        } else if (!definitions.somethingElse(surface)) {
          context.mention(i, setting).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /// Leftmost, then longest.
  static List<BodyMention> longest(List<BodyMention> candidates) {
    List<BodyMention> sorted = new ArrayList<>(candidates);
    sorted.sort(
        Comparator.comparingInt(BodyMention::first)
            .thenComparing(Comparator.comparingInt(BodyMention::length).reversed())
            .thenComparingInt(m -> m.body().isPresent() ? 0 : 1));
    List<BodyMention> kept = new ArrayList<>();
    int end = 0;
    for (BodyMention mention : sorted) {
      if (mention.first() >= end) {
        kept.add(mention);
        end = mention.last();
      }
    }
    return kept;
  }
}

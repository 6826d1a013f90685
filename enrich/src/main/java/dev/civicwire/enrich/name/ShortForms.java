package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A company or club called by one word of its name after it was named in full: `Corvane` for
/// `Corvane Systems`, `Dortmund` for `Borussia Dortmund`.
final class ShortForms {
  private static final int SHORTEST = 4;

  private ShortForms() {}

  static List<BodyMention> find(Words words, List<BodyMention> mentions, HeadWords heads) {
    Map<String, BodyMention> owners = new HashMap<>();
    Taken taken = new Taken();
    for (BodyMention mention : mentions) {
      taken.take(mention.first(), mention.last());
      if (mention.kind() != Kind.PUBLIC && mention.length() > 1) {
        own(owners, words, mention.first(), mention, heads);
        if (mention.kind() == Kind.OTHER) {
          own(owners, words, mention.last() - 1, mention, heads);
        }
      }
    }
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size() && !owners.isEmpty(); i++) {
      BodyMention owner = words.capital(i) && !taken.has(i) ? owners.get(words.surface(i)) : null;
      boolean longer =
          words.capital(i + 1) && words.sameSentence(i, Math.min(i + 1, words.size() - 1));
      if (owner != null && i > owner.first() && !longer) {
        found.add(
            new BodyMention(
                i,
                i + 1,
                owner.name(),
                owner.body(),
                owner.kind(),
                owner.confidence(),
                "short-form/1"));
      }
    }
    return found;
  }

  private static void own(
      Map<String, BodyMention> owners, Words words, int i, BodyMention mention, HeadWords heads) {
    boolean name = words.shape(i) == Shape.CAPITALISED || words.shape(i) == Shape.UPPER;
    boolean common =
        heads.generic(words.key(i))
            || heads.notInNames(words.key(i))
            || heads.suffix(words.key(i)).isPresent();
    if (name && !common && words.end(i) - words.start(i) >= SHORTEST) {
      owners.putIfAbsent(words.surface(i), mention);
    }
  }
}

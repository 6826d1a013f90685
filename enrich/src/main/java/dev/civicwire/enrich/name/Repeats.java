package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Trie;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Further places of names that grammar or definition found once in an article.
final class Repeats {
  private Repeats() {}

  static List<BodyMention> find(Words words, List<BodyMention> mentions) {
    Trie<BodyMention> names = new Trie<>();
    Taken taken = new Taken();
    Set<String> seen = new HashSet<>();
    for (BodyMention mention : mentions) {
      taken.take(mention.first(), mention.last());
      if (mention.body().isEmpty()
          && mention.length() > 1
          && seen.add(mention.name().toLowerCase(Locale.ROOT))) {
        names.put(mention.name(), mention);
      }
    }
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Trie.Match<BodyMention>> match =
          words.capital(i) ? names.longest(words, i) : Optional.empty();
      if (match.isPresent()
          && taken.free(i, match.get().last())
          && words.capital(match.get().last() - 1)) {
        BodyMention known = match.get().values().getFirst();
        found.add(
            new BodyMention(
                i,
                match.get().last(),
                known.name(),
                Optional.empty(),
                known.kind(),
                known.confidence(),
                known.annotator()));
      }
    }
    return found;
  }
}

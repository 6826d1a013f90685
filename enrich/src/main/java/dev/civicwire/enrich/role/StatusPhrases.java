package dev.civicwire.enrich.role;

import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The phrases of `status-phrases.tsv` in one text, by their sentences.
final class StatusPhrases {
  private final Words words;
  private final Map<Integer, List<Cue.Hit<Phrase>>> bySentence = new HashMap<>();

  /// What a phrase tells of a post.
  enum Phrase {
    SEEKS,
    FUNDS,
    DENIES,
    HOLDS,
    TAKES,
    LEAVES,
    GOES
  }

  StatusPhrases(CueLexicon<Phrase> lexicon, Words words) {
    this.words = words;
    for (Cue.Hit<Phrase> hit : lexicon.find(words)) {
      bySentence.computeIfAbsent(words.sentence(hit.first()), n -> new ArrayList<>()).add(hit);
    }
  }

  static CueLexicon<Phrase> lexicon() {
    return CueLexicon.load(StatusPhrases.class, "status-phrases.tsv", Phrase.class);
  }

  /// True where a phrase tells `phrase` of the post at `span` among `words`.
  boolean tell(Phrase phrase, dev.civicwire.enrich.gazetteer.Words words, RoleSpan span) {
    return tell(phrase, words.start(span.first()), words.end(span.last() - 1));
  }

  /// True where a phrase tells `phrase` of the title at `[start, end)`.
  boolean tell(Phrase phrase, int start, int end) {
    int first = words.at(start);
    if (first >= words.size()) {
      return false;
    }
    int last = words.at(end - 1) + 1;
    return bySentence.getOrDefault(words.sentence(first), List.of()).stream()
        .anyMatch(hit -> hit.cue().kind() == phrase && isBeside(hit, first, last));
  }

  private static boolean isBeside(Cue.Hit<Phrase> hit, int first, int last) {
    int reach = hit.cue().reach();
    boolean before = hit.end() <= first && first - hit.end() <= reach;
    boolean behind = hit.first() >= last && hit.first() - last <= reach;
    return switch (hit.cue().side()) {
      case BEFORE -> before;
      case AFTER -> behind;
      case EITHER -> before || behind;
    };
  }
}

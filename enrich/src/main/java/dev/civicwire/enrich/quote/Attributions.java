package dev.civicwire.enrich.quote;

import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.quote.Attribution.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Weighs who says each stretch of speech in an article.
final class Attributions {
  /// Of a stretch that is no whole sentence; fewer are a name or a turn of phrase.
  private static final int LEAST_WORDS = 3;

  private static final int LEAST_IN_SENTENCE = 5;

  /// Of a stretch that carries on, the most words of its paragraph that may stand in between.
  private static final int MOST_BETWEEN = 40;

  private static final double CARRIED = 0.95;
  private static final double SENTENCE = 0.85;
  private static final double PARAGRAPH = 0.8;

  private final String normal;
  private final Words words;
  private final List<Stretch> stretches;
  private final Cues cues;
  private final Map<Stretch, List<Attribution>> all = new LinkedHashMap<>();

  Attributions(
      String normal, Words words, Names names, SpeechWords lexicon, List<Stretch> stretches) {
    this.normal = normal;
    this.words = words;
    this.stretches = stretches;
    BitSet quoted = new BitSet();
    for (Stretch stretch : stretches) {
      quoted.set(words.at(stretch.start() - 1), words.at(stretch.end() - 1) + 2);
    }
    Speakers speakers = new Speakers(words, new Named(words, names), lexicon, quoted);
    this.cues = new Cues(normal, words, lexicon, speakers, quoted);
  }

  /// The speakers proposed for each stretch, the one to take first.
  Map<Stretch, List<Attribution>> all() {
    Optional<Stretch> earlier = Optional.empty();
    for (Stretch stretch : stretches) {
      List<Attribution> proposed = isSpeech(stretch) ? proposed(stretch, earlier) : List.of();
      all.put(stretch, proposed);
      earlier = proposed.isEmpty() ? earlier : Optional.of(stretch);
    }
    return all;
  }

  private List<Attribution> proposed(Stretch stretch, Optional<Stretch> earlier) {
    List<Attribution> proposed = new ArrayList<>();
    add(proposed, Rule.BEHIND, cues.behind(stretch), 1);
    add(proposed, Rule.BEFORE, cues.before(stretch), 1);
    Optional<Speaker> same =
        earlier
            .flatMap(e -> all.getOrDefault(e, List.of()).stream().findFirst())
            .map(Attribution::speaker);
    if (earlier.isPresent() && goesOn(earlier.get(), stretch)) {
      add(proposed, Rule.CARRIED, same, CARRIED);
    }
    if (isSentence(stretch)) {
      add(proposed, Rule.SENTENCE, cues.sentenceBefore(stretch), SENTENCE);
      if (earlier.isPresent() && isNextParagraph(earlier.get(), stretch)) {
        add(proposed, Rule.PARAGRAPH, same, PARAGRAPH);
      }
    }
    return proposed;
  }

  private static void add(
      List<Attribution> proposed, Rule rule, Optional<Speaker> speaker, double factor) {
    speaker.ifPresent(s -> proposed.add(new Attribution(rule, s.lessSure(factor))));
  }

  /// `"…," said NAME. "…"`: one sentence at most stands between, and no other speech.
  private boolean goesOn(Stretch earlier, Stretch stretch) {
    int from = cues.after(earlier);
    int to = cues.opening(stretch);
    if (earlier.line() != stretch.line() || to - from > MOST_BETWEEN || to < from) {
      return !earlier.closed() && stretch.line() == earlier.line() + 1 && startsLine(stretch);
    }
    boolean oneSentence = to == from || words.sentence(to - 1) == words.sentence(from);
    boolean fresh = isSentence(stretch) || words.key(to - 1).equals(",");
    return oneSentence && fresh;
  }

  private boolean isNextParagraph(Stretch earlier, Stretch stretch) {
    int last = words.lineLast(cues.opening(earlier)) - 1;
    boolean whole = words.at(stretch.end()) >= words.lineLast(cues.opening(stretch)) - 1;
    return stretch.line() == earlier.line() + 1
        && startsLine(stretch)
        && whole
        && words.end(last) - earlier.end() < 3;
  }

  private boolean startsLine(Stretch stretch) {
    return words.startsLine(cues.opening(stretch));
  }

  private boolean isSpeech(Stretch stretch) {
    int count = 0;
    int capitals = 0;
    int from = words.at(stretch.start());
    for (int i = from; i < words.size() && words.end(i) <= stretch.end(); i++) {
      if (Character.isLetterOrDigit(normal.charAt(words.start(i)))) {
        count++;
        capitals += words.capital(i) ? 1 : 0;
      }
    }
    boolean title = capitals > 1 && capitals * 2 >= count && !endsAsSentence(stretch);
    return count >= LEAST_WORDS && !title;
  }

  /// A capital at its start, a full stop or the like at its end.
  private boolean isSentence(Stretch stretch) {
    int from = words.at(stretch.start());
    int to = words.at(stretch.end() - 1);
    boolean ends = endsAsSentence(stretch) || !stretch.closed();
    return words.capital(from) && to - from >= LEAST_IN_SENTENCE && ends;
  }

  private boolean endsAsSentence(Stretch stretch) {
    return ",.?!\u2026-".indexOf(normal.charAt(stretch.end() - 1)) >= 0;
  }
}

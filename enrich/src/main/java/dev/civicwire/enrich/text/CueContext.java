package dev.civicwire.enrich.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the cues around a value say of its kind. The nearest cue speaks loudest; one that stands
/// behind another value speaks at half its voice; a line's label and a short line above count as if
/// they stood beside the value.
///
/// @param <K> kinds of value
public final class CueContext<K extends Enum<K>> {
  /// What is left of a cue's weight at the end of its reach.
  private static final double FAR = 0.45;

  private static final double BEHIND_RIVAL = 0.5;
  private static final double BEHIND_AND = 0.55;
  private static final double BEHIND_COMMA = 0.9;
  private static final double BEHIND_CLAUSE = 0.6;
  private static final double BEHIND_SEMICOLON = 0.5;

  /// "£45,000 Grade: 7": a cue behind the value with a colon is the label of what follows.
  private static final double OF_NEXT = 0.4;

  private static final double OF_RIVAL = 0.5;
  private static final int MAX_WORDS_TO_RIVAL = 8;

  /// Share that every cue but a kind's loudest adds.
  private static final double CHORUS = 0.3;

  private static final double LABEL = 1.5;
  private static final int MAX_LABEL_WORDS = 9;
  private static final int MAX_VALUE_LINE_WORDS = 22;
  private static final int MAX_WORDS_BEFORE_VALUE = 4;

  /// A cue of smaller reach, such as a preposition, is no label on the line above.
  private static final int MIN_REACH_ABOVE = 4;

  private final Document document;
  private final Words words;
  private final Class<K> kinds;
  private final List<Cue.Hit<K>> hits;
  private final boolean[] rival;

  /// The context of the values at `spans`, each a start and an end offset.
  public CueContext(Document document, CueLexicon<K> lexicon, Class<K> kinds, List<int[]> spans) {
    this.document = document;
    this.words = document.words();
    this.kinds = kinds;
    this.hits = lexicon.find(words);
    this.rival = new boolean[words.size() + 1];
    for (int[] span : spans) {
      rival[words.at(span[0])] = true;
    }
  }

  /// The voice of each kind for the value at `[start, end)`.
  public Map<K, Double> scores(int start, int end) {
    Tally tally = new Tally();
    hear(start, end, tally);
    return tally.scores();
  }

  /// Every cue that speaks of the value at `[start, end)`, the loudest first.
  public List<Voice> voices(int start, int end) {
    List<Voice> voices = new ArrayList<>();
    hear(
        start,
        end,
        (cue, weight) ->
            voices.add(
                new Voice(cue.kind().name().toLowerCase(Locale.ROOT), cue.phrase(), weight)));
    voices.sort(Comparator.comparingDouble(v -> -Math.abs(v.weight())));
    return List.copyOf(voices);
  }

  private void hear(int start, int end, Listener<K> listener) {
    int first = words.at(start);
    int last = Math.max(first + 1, words.at(end));
    if (first < words.size()) {
      int sentence = words.sentence(first);
      addStretch(words.firstOf(sentence), words.endOf(sentence), first, last, listener);
      addLabels(start, first, listener);
    }
  }

  /// Takes what each cue says.
  @FunctionalInterface
  private interface Listener<K extends Enum<K>> {
    void heard(Cue<K> cue, double weight);
  }

  /// Adds up what cues say.
  private final class Tally implements Listener<K> {
    private final Map<K, Double> loudest = new EnumMap<>(kinds);
    private final Map<K, Double> sums = new EnumMap<>(kinds);

    @Override
    public void heard(Cue<K> cue, double weight) {
      loudest.merge(cue.kind(), weight, (a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
      sums.merge(cue.kind(), weight, Double::sum);
    }

    private Map<K, Double> scores() {
      Map<K, Double> scores = new EnumMap<>(kinds);
      loudest.forEach((kind, max) -> scores.put(kind, max + CHORUS * (sum(kind) - max)));
      return scores;
    }

    private double sum(K kind) {
      Double sum = sums.get(kind);
      return sum == null ? 0 : sum;
    }
  }

  private void addStretch(int from, int to, int first, int last, Listener<K> listener) {
    for (int h = firstHit(from); h < hits.size() && hits.get(h).first() < to; h++) {
      Cue.Hit<K> hit = hits.get(h);
      Cue<K> cue = hit.cue();
      boolean before = hit.end() <= first;
      boolean after = hit.first() >= last;
      int distance = before ? first - hit.end() : after ? hit.first() - last : 0;
      boolean sided =
          switch (cue.side()) {
            case BEFORE -> before || !after;
            case AFTER -> after || !before;
            case EITHER -> true;
          };
      if (sided && distance <= cue.reach()) {
        double fade = 1 - (1 - FAR) * distance / (cue.reach() + 1.0);
        int gapFrom = before ? hit.end() : last;
        int gapTo = before ? first : hit.first();
        double apart = after && isParted(gapFrom, gapTo) ? BEHIND_AND : 1;
        apart *= apart < 1 && leadsToRival(hit.end(), to) ? OF_RIVAL : 1;
        apart *= after && words.word(hit.end()).equals(":") ? OF_NEXT : 1;
        listener.heard(cue, cue.weight() * fade * apart * behind(gapFrom, gapTo));
      }
    }
  }

  /// "£70,000 and a bonus": what follows "and" is another thing.
  private boolean isParted(int from, int to) {
    for (int i = from; i < to; i++) {
      switch (words.word(i)) {
        case "and", "plus", "with", "alongside", "+", "&", "(" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// "On 3 May, with interviews in June": what stands right before another value is said of that.
  private boolean leadsToRival(int from, int to) {
    int end = Math.min(to, from + MAX_WORDS_TO_RIVAL);
    for (int i = from; i < end; i++) {
      if (rival[i]) {
        return true;
      }
    }
    return false;
  }

  private double behind(int from, int to) {
    double factor = 1;
    for (int i = from; i < to; i++) {
      if (rival[i]) {
        factor *= BEHIND_RIVAL;
      }
      switch (words.word(i)) {
        case "," -> factor *= BEHIND_COMMA;
        case ":" -> factor *= i == to - 1 ? 1 : BEHIND_CLAUSE;
        case ";", "-", "but", "while", "whereas" -> factor *= BEHIND_CLAUSE;
        default -> {}
      }
    }
    return factor;
  }

  /// The label of the value's own line, and the short line above a line that begins with the value.
  private void addLabels(int start, int first, Listener<K> listener) {
    int at = document.lineIndexAt(start);
    if (at < 0) {
      return;
    }
    Line line = document.lines().get(at);
    boolean labelled = line.label().filter(label -> start >= label.valueStart() - 1).isPresent();
    int lineFirst = words.at(line.start());
    if (labelled) {
      int value = words.at(line.label().orElseThrow().valueStart());
      if (value < words.size() && words.sentence(value) == words.sentence(first)) {
        addAll(lineFirst, value, first, 0, listener);
      }
    }
    int lineEnd = words.at(line.end());
    boolean begins = first - lineFirst <= MAX_WORDS_BEFORE_VALUE;
    if (at > 0 && !labelled && begins && lineEnd - lineFirst <= MAX_VALUE_LINE_WORDS) {
      Line above = document.lines().get(at - 1);
      int from = words.at(above.start());
      int to = words.at(above.end());
      boolean closed = above.label().filter(l -> l.valueStart() < l.valueEnd()).isPresent();
      boolean answered = first > lineFirst && hasRival(from, to);
      if (to - from <= MAX_LABEL_WORDS && !closed && !answered) {
        addAll(from, to, first, MIN_REACH_ABOVE, listener);
      }
    }
  }

  /// "Closing date 8 March" is no label of the line "Interview date 19 March" below.
  private boolean hasRival(int from, int to) {
    for (int i = from; i < to; i++) {
      if (rival[i]) {
        return true;
      }
    }
    return false;
  }

  private void addAll(int from, int to, int first, int minReach, Listener<K> listener) {
    int limit = Math.min(to, first);
    for (int h = firstHit(from); h < hits.size() && hits.get(h).first() < limit; h++) {
      Cue<K> cue = hits.get(h).cue();
      if (cue.side() != Cue.Side.AFTER
          && cue.reach() >= minReach
          && !between(hits.get(h).end(), first)) {
        listener.heard(cue, cue.weight() * LABEL * parted(hits.get(h).end(), first));
      }
    }
  }

  /// "Salary: competitive; insurance worth £4,200": behind a semicolon a label says less.
  private double parted(int from, int to) {
    double factor = 1;
    for (int i = from; i < to; i++) {
      factor *= words.word(i).equals(";") ? BEHIND_SEMICOLON : 1;
    }
    return factor;
  }

  /// True where more than a range's worth of other values stand between: the label is theirs.
  private boolean between(int from, int to) {
    int rivals = 0;
    for (int i = from; i < to; i++) {
      rivals += rival[i] ? 1 : 0;
    }
    return rivals > 2;
  }

  private int firstHit(int word) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).first() < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package dev.civicwire.enrich.count;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Headcount;
import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.CueContext;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.EvidenceMerge;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds headcounts. Immutable and safe for threads.
public final class CountAnnotator {
  /// Name and version that stand with each value.
  static final String NAME = "count/1";

  /// Numbers of one text that are judged; a table of more is no article.
  private static final int MAX_NUMBERS = 4_000;

  /// A larger number counts a population, not a workforce.
  private static final long MAX_COUNT = 5_000_000;

  private static final double MIN_CUE = 1.2;

  /// How far behind a headcount "12 of them" may stand, in sentences.
  private static final int ECHO_SENTENCES = 2;

  private final CueLexicon<Cue> lexicon =
      CueLexicon.load(CountAnnotator.class, "cues.tsv", Cue.class);
  private final CueLexicon<Frames.Frame> frames =
      CueLexicon.load(CountAnnotator.class, "frames.tsv", Frames.Frame.class);
  private final CountedNouns nouns = CountedNouns.load();

  /// What may speak for a headcount.
  enum Cue {
    TEAM,
    WORK,
    APPLY
  }

  /// The headcounts of `document`; amounts of money and dates at `taken` (start and end offsets)
  /// are passed over. What was weighed goes to `trace`.
  public List<Headcount> annotate(Document document, List<Mention> taken, Trace trace) {
    Frames told = new Frames(frames, document.words());
    List<CountMention> all = new CountScanner(document, nouns, told, taken).scan();
    List<CountMention> counts = all.subList(0, Math.min(all.size(), MAX_NUMBERS));
    if (counts.isEmpty()) {
      return List.of();
    }
    CueContext<Cue> context =
        new CueContext<>(
            document,
            lexicon,
            Cue.class,
            counts.stream().map(c -> new int[] {c.start(), c.end()}).toList());
    List<Headcount> values = new ArrayList<>();
    int counted = -ECHO_SENTENCES - 1;
    for (CountMention count : counts) {
      Map<Cue, Double> scores = context.scores(count.start(), count.numberEnd());
      boolean echoes = count.sentence() - counted <= ECHO_SENTENCES;
      double confidence = confidence(count, scores, echoes);
      counted = confidence > 0 ? count.sentence() : counted;
      trace.add(() -> choice(count, confidence > 0, scores, context));
      if (confidence > 0 && count.count() <= MAX_COUNT) {
        Mention place = Mention.of(document.text(), count.start(), count.end());
        add(
            values,
            new Headcount(
                count.count(), count.countMin(), count.of(), Evidence.of(place, confidence, NAME)));
      }
    }
    return values;
  }

  private static Choice choice(
      CountMention count, boolean given, Map<Cue, Double> scores, CueContext<Cue> context) {
    Map<String, Double> named = new HashMap<>();
    scores.forEach((cue, score) -> named.put(cue.name().toLowerCase(Locale.ROOT), score));
    String reason =
        switch (count.noun()) {
          case EMPLOYED -> "counts people at work";
          case PEOPLE -> "counts people: needs a word of work near by, " + MIN_CUE;
          case APPLIED -> "counts applications: needs a word of a post near by, " + MIN_CUE;
          case ECHO -> "counts what was counted before: needs a headcount in front";
          case NONE -> "counts nothing: needs a word for a team near by, " + MIN_CUE;
        };
    return new Choice(
        NAME,
        count.start(),
        count.end(),
        given ? "headcount" : Choice.NOTHING,
        named,
        reason,
        context.voices(count.start(), count.numberEnd()));
  }

  private static double confidence(CountMention count, Map<Cue, Double> scores, boolean echoes) {
    Map<Cue, Double> known = new EnumMap<>(Cue.class);
    known.putAll(scores);
    double team = known.getOrDefault(Cue.TEAM, 0.0);
    double work = known.getOrDefault(Cue.WORK, 0.0);
    return switch (count.noun()) {
      case EMPLOYED -> 0.92;
      case PEOPLE -> Math.max(team, work) >= MIN_CUE ? 0.88 : 0;
      case APPLIED -> known.getOrDefault(Cue.APPLY, 0.0) >= MIN_CUE ? 0.88 : 0;
      case ECHO -> echoes ? 0.8 : 0;
      case NONE -> team >= MIN_CUE ? 0.8 : 0;
    };
  }

  private static void add(List<Headcount> values, Headcount value) {
    for (int i = 0; i < values.size(); i++) {
      Headcount known = values.get(i);
      if (known.count() == value.count()) {
        Evidence joined = EvidenceMerge.joined(known.evidence(), value.evidence());
        Optional<Long> least = known.countMin().or(value::countMin);
        String of = known.of().isEmpty() ? value.of() : known.of();
        values.set(i, new Headcount(known.count(), least, of, joined));
        return;
      }
    }
    values.add(value);
  }
}

package dev.civicwire.enrich.brief;

import dev.civicwire.contract.BriefSentence;
import dev.civicwire.contract.BriefSentence.Section;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import dev.civicwire.enrich.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Chooses the sentences of an article's brief from the article itself. An article that comes in
/// sections "What's happening / Why it matters / What's next" is briefed from those. Of what is
/// next, sentences with a date come before others.
public final class Brief {
  private static final int MIN_WORDS = 6;
  private static final int MAX_WORDS = 60;

  /// What a caption ends with: it is no sentence of the article.
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?i)\\b(?:photo(?:graph)?|image|picture|pic|credit)s?(?: credit| by)?: ?\\p{L}");

  private static final List<String> WHY =
      List.of(
          "because",
          "crucial",
          "important",
          "critical",
          "so that",
          "in order to",
          "aims",
          "aim ",
          "in response",
          "following",
          "after ",
          "need",
          "challenge",
          "risk",
          "pressure",
          "shortage",
          "to help",
          "means",
          "would",
          "amid");

  private static final List<String> NEXT =
      List.of(
          "will",
          "next",
          "expected",
          "due",
          "plan",
          "deadline",
          "close",
          "until",
          "by ",
          "from ",
          "apply",
          "begin",
          "start",
          "interview");

  private final Document document;
  private final int[] values;
  private final int[] dated;

  /// Where quotation marks stand.
  private final int[] marks;

  private Brief(Document document, List<Value> values, List<? extends Value> dated) {
    this.document = document;
    this.values = starts(values);
    this.dated = starts(dated.stream().distinct().toList());
    String text = document.normal();
    this.marks = IntStream.range(0, text.length()).filter(at -> text.charAt(at) == '"').toArray();
  }

  /// Where the values stand, in text order.
  private static int[] starts(List<? extends Value> values) {
    return values.stream().mapToInt(v -> v.evidence().start()).sorted().toArray();
  }

  /// At most five sentences, those of a section together.
  ///
  /// @param values every value of the article
  /// @param dated those that are dates
  public static List<BriefSentence> of(
      Document document, List<Value> values, List<? extends Value> dated) {
    return new Brief(document, values, dated).choose();
  }

  private List<BriefSentence> choose() {
    List<BriefSentence> sectioned = fromSections();
    return sectioned.isEmpty() ? fromProse() : sectioned;
  }

  private List<BriefSentence> fromSections() {
    Map<Section, List<Sentence>> sections = new EnumMap<>(Section.class);
    Optional<Section> section = Optional.empty();
    for (Sentence sentence : document.sentences()) {
      Optional<Section> heading = heading(sentence);
      if (heading.isPresent()) {
        section = heading;
      } else if (isOtherHeading(sentence)) {
        section = Optional.empty();
      } else if (section.isPresent() && fits(sentence)) {
        sections.computeIfAbsent(section.get(), s -> new ArrayList<>()).add(sentence);
      }
    }
    if (sections.size() < 2) {
      return List.of();
    }
    List<BriefSentence> chosen = new ArrayList<>();
    sections.forEach((of, sentences) -> best(of, sentences).forEach(s -> chosen.add(brief(of, s))));
    return List.copyOf(chosen);
  }

  /// What happens: how the section begins and what says most in it. Why: how it begins. What is
  /// next: dated things, then how it begins.
  private List<Sentence> best(Section section, List<Sentence> sentences) {
    List<Sentence> ranked = new ArrayList<>(sentences);
    switch (section) {
      case HAPPENING ->
          ranked.subList(1, ranked.size()).sort(Comparator.comparingInt(s -> -count(values, s)));
      case WHY -> {}
      case NEXT -> ranked.sort(Comparator.comparing(s -> count(dated, s) == 0));
    }
    return ranked.subList(0, Math.min(quota(section), ranked.size()));
  }

  private static int quota(Section section) {
    return section == Section.HAPPENING ? 2 : section == Section.WHY ? 1 : 2;
  }

  private Optional<Section> heading(Sentence sentence) {
    String text = document.normal().substring(sentence.start(), sentence.end());
    if (text.length() > 40) {
      return Optional.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("what's happening") || lower.contains("what is happening")) {
      return Optional.of(Section.HAPPENING);
    }
    if (lower.contains("why it's important")
        || lower.contains("why it matters")
        || lower.contains("why this matters")) {
      return Optional.of(Section.WHY);
    }
    return lower.contains("what's next") || lower.contains("what happens next")
        ? Optional.of(Section.NEXT)
        : Optional.empty();
  }

  private boolean isOtherHeading(Sentence sentence) {
    return document
        .lineAt(sentence.start())
        .filter(Line::heading)
        .filter(l -> l.start() == sentence.start() && l.end() == sentence.end())
        .isPresent();
  }

  private List<BriefSentence> fromProse() {
    List<Sentence> sentences = document.sentences().stream().filter(this::fits).toList();
    if (sentences.isEmpty()) {
      return List.of();
    }
    Set<Sentence> used = new HashSet<>();
    List<BriefSentence> chosen = new ArrayList<>();
    take(chosen, used, Section.HAPPENING, sentences, 2);
    take(chosen, used, Section.WHY, sentences, 1);
    take(chosen, used, Section.NEXT, sentences, 2);
    return List.copyOf(chosen);
  }

  private void take(
      List<BriefSentence> chosen,
      Set<Sentence> used,
      Section section,
      List<Sentence> sentences,
      int most) {
    List<Sentence> best =
        sentences.stream()
            .filter(s -> !used.contains(s) && score(section, s) > 0)
            .sorted(Comparator.comparingDouble((Sentence s) -> -score(section, s)))
            .limit(most)
            .sorted(order(section))
            .toList();
    used.addAll(best);
    best.forEach(s -> chosen.add(brief(section, s)));
  }

  private Comparator<Sentence> order(Section section) {
    Comparator<Sentence> inText = Comparator.comparingInt(Sentence::start);
    return section == Section.NEXT
        ? Comparator.comparing((Sentence s) -> count(dated, s) == 0).thenComparing(inText)
        : inText;
  }

  private double score(Section section, Sentence sentence) {
    String lower =
        document.normal().substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
    double position = 1 - sentence.start() / (double) Math.max(1, document.text().length());
    return switch (section) {
      case HAPPENING -> 1 + 3 * position + Math.min(3, count(values, sentence)) * 0.6;
      case WHY -> hits(WHY, lower) * 1.2 + position * 0.4 - 0.6;
      case NEXT -> {
        int dates = count(dated, sentence);
        double cues = Math.min(2, hits(NEXT, lower)) * 0.5;
        yield cues == 0 || (dates == 0 && isQuoted(sentence)) ? 0 : dates * 2 + cues - 0.4;
      }
    };
  }

  private static int hits(List<String> cues, String lower) {
    int hits = 0;
    for (String cue : cues) {
      hits += lower.contains(cue) ? 1 : 0;
    }
    return hits;
  }

  /// Whether the sentence is what somebody is quoted with: hopes and praise, not what is next.
  private boolean isQuoted(Sentence sentence) {
    int line = document.lineAt(sentence.start()).map(Line::start).orElse(sentence.start());
    int marksBefore = before(marks, sentence.start()) - before(marks, line);
    return marksBefore % 2 == 1 || count(marks, sentence) > 0;
  }

  /// How many of the sorted `starts` stand in the sentence.
  private static int count(int[] starts, Sentence sentence) {
    return before(starts, sentence.end()) - before(starts, sentence.start());
  }

  private static int before(int[] starts, int offset) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean fits(Sentence sentence) {
    int words = sentence.tokens().size();
    return words >= MIN_WORDS
        && words <= MAX_WORDS
        && !isOtherHeading(sentence)
        && !CREDIT.matcher(document.normal()).region(sentence.start(), sentence.end()).find();
  }

  private BriefSentence brief(Section section, Sentence sentence) {
    return new BriefSentence(
        section,
        sentence.start(),
        sentence.end(),
        document.text().substring(sentence.start(), sentence.end()));
  }
}

package dev.civicwire.enrich.date;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.date.DateKinds.Decision;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.CueContext;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.EvidenceMerge;
import dev.civicwire.enrich.text.Trace;
import dev.civicwire.enrich.text.Words;
import dev.civicwire.enrich.topic.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds deadlines and events. Immutable and safe for threads.
public final class DateAnnotator {
  /// Name and version that stand with each value.
  static final String NAME = "date/1";

  /// Mentions of one text that are judged; a timetable of more is no article.
  private static final int MAX_MENTIONS = 4_000;

  /// The lead of a decision that is as clear as not.
  private static final double HALF_CLEAR = 2;

  private final CueLexicon<DateKind> lexicon =
      CueLexicon.load(DateAnnotator.class, "cues.tsv", DateKind.class);

  /// The dates of `document`; what was weighed goes to `trace`.
  public Dates annotate(Document document, Profile profile, Trace trace) {
    List<DateMention> all = DateScanner.scan(document);
    List<DateMention> mentions = all.subList(0, Math.min(all.size(), MAX_MENTIONS));
    if (mentions.isEmpty()) {
      return new Dates(List.of(), List.of());
    }
    DateResolver resolver =
        new DateResolver(document.article().published(), monthFirst(document, mentions, profile));
    CueContext<DateKind> context =
        new CueContext<>(
            document,
            lexicon,
            DateKind.class,
            mentions.stream().map(m -> new int[] {m.start(), m.end()}).toList());
    DateKinds kinds = new DateKinds(document, profile, resolver, context);
    List<Deadline> deadlines = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      DateMention mention = mentions.get(i);
      Optional<PartialDate> resolved = resolved(document.words(), mention, resolver);
      if (resolved.isPresent()) {
        PartialDate date = resolved.get();
        Decision decision = kinds.decide(mention, date);
        if (decision.isClosing() && isOpening(document.words(), mentions, i)) {
          decision = decision.nothing("the first day of a span");
        }
        Decision made = decision;
        trace.add(() -> choice(mention, made, context));
        Evidence evidence = evidence(document, mention, decision.margin());
        decision
            .deadline()
            .ifPresent(kind -> add(deadlines, new Deadline(date, kind, mention.time(), evidence)));
        decision.event().ifPresent(kind -> add(events, new Event(date, kind, evidence)));
      }
    }
    List<Event> distinct =
        events.stream()
            .filter(e -> deadlines.stream().noneMatch(d -> d.date().equals(e.date())))
            .toList();
    return new Dates(deadlines, distinct);
  }

  /// True for the first date of "09/12/2025 to 09/26/2025".
  private static boolean isOpening(Words words, List<DateMention> mentions, int i) {
    int after = words.at(mentions.get(i).end());
    boolean linked =
        switch (words.word(after)) {
          case "to", "-", "through", "until", "till" -> true;
          default -> false;
        };
    return linked && i + 1 < mentions.size() && words.at(mentions.get(i + 1).start()) - after <= 2;
  }

  /// One date that only one order allows decides for all.
  private static boolean monthFirst(
      Document document, List<DateMention> mentions, Profile profile) {
    for (DateMention mention : mentions) {
      if (mention.numeric() && mention.month() > 12) {
        return true;
      }
      if (mention.numeric() && mention.day() > 12) {
        return false;
      }
    }
    String text = document.normal();
    boolean dollars = text.indexOf('$') >= 0 && text.indexOf('£') < 0 && text.indexOf('€') < 0;
    return profile.monthFirst()
        || (dollars
            && profile.dollar().equals("USD")
            && mentions.stream()
                .anyMatch(m -> NumericDates.fitsMonthFirst(m, document.published())));
  }

  private static Optional<PartialDate> resolved(
      Words words, DateMention mention, DateResolver resolver) {
    int first = words.at(mention.start());
    int last = words.at(mention.end() - 1) + 1;
    Optional<PartialDate> date = resolver.resolve(mention, Tense.around(words, first, last));
    boolean year =
        mention.form() == DateMention.Form.YEAR
            || (mention.form() == DateMention.Form.RELATIVE
                && mention.unit() == DateMention.Unit.YEAR);
    if (date.isPresent() && mention.form() == DateMention.Form.FINANCIAL_YEAR) {
      return Optional.of(financial(words, first, last, date.get()));
    }
    return year ? date.map(d -> edge(words, first, d, resolver)) : date;
  }

  /// "Within the 2025/26 financial year" ends with March; "2025-26" with nothing beside it stays a
  /// year.
  private static PartialDate financial(Words words, int first, int last, PartialDate date) {
    String before = words.word(first - 1) + " " + words.word(first - 2);
    boolean whole = words.word(last).equals("financial") || words.word(last).equals("tax");
    boolean end = before.contains("end") || before.contains("within");
    int year = date.first().orElseThrow().getYear();
    if (whole || end) {
      return new PartialDate("%04d-03".formatted(year + 1));
    }
    boolean slashed = words.word(first).indexOf('/') > 0;
    return slashed ? date : new PartialDate("%04d".formatted(year));
  }

  /// "The start of 2013" and "the end of last year" are months where they are over.
  private static PartialDate edge(Words words, int first, PartialDate date, DateResolver resolver) {
    String before = words.word(first - 1);
    String edge = before.equals("of") ? words.word(first - 2) : before;
    return switch (edge) {
      case "start", "beginning" -> DateResolver.edge(date, false);
      case "end", "late" -> resolver.isPast(date) ? DateResolver.edge(date, true) : date;
      default -> date;
    };
  }

  private static Choice choice(
      DateMention mention, Decision decision, CueContext<DateKind> context) {
    return new Choice(
        NAME,
        mention.start(),
        mention.end(),
        decision.winner(),
        decision.weights().scores(),
        decision.reason(),
        context.voices(mention.start(), mention.end()));
  }

  private static Evidence evidence(Document document, DateMention mention, double margin) {
    Mention place = Mention.of(document.text(), mention.start(), mention.end());
    double ahead = Math.max(0, margin);
    return Evidence.of(place, ahead / (ahead + HALF_CLEAR), NAME);
  }

  private static void add(List<Deadline> values, Deadline value) {
    for (int i = 0; i < values.size(); i++) {
      Deadline known = values.get(i);
      if (known.date().equals(value.date())) {
        boolean surer = value.evidence().confidence() > known.evidence().confidence();
        values.set(
            i,
            new Deadline(
                known.date(),
                surer ? value.kind() : known.kind(),
                known.time().or(value::time),
                EvidenceMerge.joined(known.evidence(), value.evidence())));
        return;
      }
    }
    values.add(value);
  }

  private static void add(List<Event> values, Event value) {
    for (int i = 0; i < values.size(); i++) {
      Event known = values.get(i);
      if (known.date().equals(value.date())) {
        boolean surer = value.evidence().confidence() > known.evidence().confidence();
        Event.Kind kind = surer ? value.kind() : known.kind();
        values.set(
            i,
            new Event(
                known.date(), kind, EvidenceMerge.joined(known.evidence(), value.evidence())));
        return;
      }
    }
    values.add(value);
  }
}

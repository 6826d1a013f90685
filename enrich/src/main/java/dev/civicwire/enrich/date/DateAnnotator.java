package dev.civicwire.enrich.date;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.date.DateReading.Read;
import dev.civicwire.enrich.learn.LinearModel;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.CueContext;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.EvidenceMerge;
import dev.civicwire.enrich.text.Trace;
import dev.civicwire.enrich.topic.Profile;
import java.util.ArrayList;
import java.util.List;

/// Finds deadlines and events. Immutable and safe for threads.
public final class DateAnnotator {
  /// Name and version that stand with each value.
  static final String NAME = "date/1";

  /// Mentions of one text that are judged; a timetable of more is no article.
  private static final int MAX_MENTIONS = 4_000;

  private final CueLexicon<DateKind> lexicon =
      CueLexicon.load(DateAnnotator.class, "cues.tsv", DateKind.class);
  private final LinearModel model = LinearModel.load(DateAnnotator.class, "model.tsv");

  /// The dates of `document`; what was weighed goes to `trace`.
  public Dates annotate(Document document, Profile profile, Particulars particulars, Trace trace) {
    List<DateMention> all = DateScanner.scan(document);
    List<DateMention> mentions = all.subList(0, Math.min(all.size(), MAX_MENTIONS));
    if (mentions.isEmpty()) {
      return new Dates(List.of(), List.of());
    }
    DateResolver resolver =
        new DateResolver(
            document.article().published(),
            monthFirst(document, mentions, profile),
            yearEnd(document, profile));
    CueContext<DateKind> context =
        new CueContext<>(
            document,
            lexicon,
            DateKind.class,
            mentions.stream().map(m -> new int[] {m.start(), m.end()}).toList());
    DateKinds kinds = new DateKinds(document, profile, particulars, resolver, context);
    DateFeatures features = new DateFeatures(document, profile, resolver);
    DateJudge judge = new DateJudge(model, kinds, features, trace);
    List<Deadline> deadlines = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Read read : new DateReading(document.words(), resolver, judge).of(mentions)) {
      DateMention mention = read.mention();
      DateDecision decision = read.decision();
      trace.add(() -> choice(mention, decision, context));
      Evidence evidence = evidence(document, mention, decision.measure());
      decision
          .deadline()
          .map(kind -> new Deadline(read.date(), kind, mention.time(), evidence))
          .ifPresent(deadline -> add(deadlines, deadline));
      decision
          .event()
          .map(kind -> new Event(read.date(), kind, evidence))
          .ifPresent(event -> add(events, event));
    }
    return new Dates(deadlines, distinct(events, deadlines));
  }

  /// A day that is a deadline is no event as well.
  private static List<Event> distinct(List<Event> events, List<Deadline> deadlines) {
    return events.stream()
        .filter(e -> deadlines.stream().noneMatch(d -> d.date().equals(e.date())))
        .toList();
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
    return profile.monthFirst()
        || (isInDollars(document)
            && profile.dollar().equals("USD")
            && mentions.stream()
                .anyMatch(m -> NumericDates.fitsMonthFirst(m, document.published())));
  }

  private static boolean isInDollars(Document document) {
    String text = document.normal();
    return text.indexOf('$') >= 0 && text.indexOf('£') < 0 && text.indexOf('€') < 0;
  }

  /// The last month of the public sector's financial year: September in the United States, June in
  /// Australia and New Zealand, March in the United Kingdom and Canada.
  private static int yearEnd(Document document, Profile profile) {
    return switch (isInDollars(document) ? profile.dollar() : "") {
      case "USD" -> 9;
      case "AUD", "NZD" -> 6;
      default -> 3;
    };
  }

  private static Choice choice(
      DateMention mention, DateDecision decision, CueContext<DateKind> context) {
    return new Choice(
        NAME,
        mention.start(),
        mention.end(),
        decision.winner(),
        decision.weights().scores(),
        decision.reason(),
        decision.voices().isEmpty()
            ? context.voices(mention.start(), mention.end())
            : decision.voices());
  }

  private static Evidence evidence(Document document, DateMention mention, double measure) {
    Mention place = Mention.of(document.text(), mention.start(), mention.end());
    return Evidence.of(place, measure, NAME);
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

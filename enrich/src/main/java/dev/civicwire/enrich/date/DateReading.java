package dev.civicwire.enrich.date;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dates of a text in its order, each with what it is. What is said of one goes for a second
/// one that "and" joins to it.
final class DateReading {
  /// Words that may stand between two dates of which the same is said.
  private static final int MAX_JOINT = 10;

  /// Sentences from a date to one that hangs on it.
  private static final int MAX_SENTENCES = 2;

  private final Words words;
  private final DateResolver resolver;
  private final DateJudge judge;

  DateReading(Words words, DateResolver resolver, DateJudge judge) {
    this.words = words;
    this.resolver = resolver;
    this.judge = judge;
  }

  /// A date and what it is.
  record Read(DateMention mention, PartialDate date, DateDecision decision) {}

  List<Read> of(List<DateMention> found) {
    List<DateMention> mentions = new SharedYears(words, resolver.publishedYear()).of(found);
    List<Read> all = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      DateMention mention = mentions.get(i);
      Optional<PartialDate> date = following(mention, all).or(() -> resolved(mention));
      if (date.isPresent()) {
        DateDecision decision = judge.decide(mention, date.get());
        boolean opens = decision.isClosing() && isOpening(mentions, i);
        Read read =
            new Read(
                mention,
                date.get(),
                opens ? decision.nothing("the first day of a span") : decision);
        all.add(all.isEmpty() ? read : joint(all.getLast(), read));
      }
    }
    return all;
  }

  /// A date that hangs on the one named last before it.
  private Optional<PartialDate> following(DateMention mention, List<Read> before) {
    return before.isEmpty() || !isNear(before.getLast().mention(), mention)
        ? Optional.empty()
        : FollowingDate.of(mention, before.getLast().date());
  }

  private boolean isNear(DateMention before, DateMention mention) {
    int of = words.sentence(words.at(before.start()));
    return words.sentence(words.at(mention.start())) - of <= MAX_SENTENCES;
  }

  /// "Beta is planned for spring and launch for December": both are targets.
  private Read joint(Read before, Read read) {
    boolean target =
        before.decision().deadline().filter(k -> k == Deadline.Kind.PROGRAMME).isPresent();
    boolean loose = read.decision().isLoose() && resolver.isFuture(read.date());
    return target && loose && isJoined(before.mention(), read.mention())
        ? new Read(read.mention(), read.date(), read.decision().target())
        : read;
  }

  private boolean isJoined(DateMention before, DateMention mention) {
    int from = words.at(before.end());
    int to = words.at(mention.start());
    boolean near =
        to - from <= MAX_JOINT && from < to && words.sentence(from) == words.sentence(to);
    for (int i = from; near && i < to; i++) {
      if (words.word(i).equals("and")) {
        return true;
      }
    }
    return false;
  }

  /// True for the first date of "09/12/2025 to 09/26/2025".
  private boolean isOpening(List<DateMention> mentions, int i) {
    int after = words.at(mentions.get(i).end());
    boolean linked =
        switch (words.word(after)) {
          case "to", "-", "through", "until", "till" -> true;
          default -> false;
        };
    return linked && i + 1 < mentions.size() && words.at(mentions.get(i + 1).start()) - after <= 2;
  }

  private Optional<PartialDate> resolved(DateMention mention) {
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
}

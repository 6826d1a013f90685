package dev.civicwire.enrich.date;

import dev.civicwire.contract.Event;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.CueContext;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import dev.civicwire.enrich.text.Words;
import dev.civicwire.enrich.topic.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the cues around a date, its precision and its side of publication make of it.
final class DateKinds {
  /// What speaks for a mere happening where no cue does.
  private static final double HAPPENING = 2.2;

  private static final double MIN_DEADLINE = 2.6;

  /// An application or a bid that is named at all says what a "by" is for.
  private static final double MIN_FORMAL = 2.4;

  /// What a time of day behind "by" adds.
  private static final double CLOSING_TIME = 3;

  /// What "by" adds right before a date that is yet to come.
  private static final double AHEAD_BY = 1.5;

  /// How loudly a target that was missed speaks for itself.
  private static final double MISSED_SHARE = 0.4;

  private static final double OVER = -2.5;
  private static final double OVER_BY = -4.5;
  private static final double OVER_MONTH = -2;

  /// What must speak for a happening in a part of a year, which is no date of one.
  private static final double SEASON_EVENT = 2.5;

  /// What a label such as `Closing date:` says.
  private static final double LABELLED = 6;

  /// Words between "by" and the day, with the time and its zone among them.
  private static final int MAX_BEFORE_TIME = 9;

  /// What says of a person that they go.
  private static final double LEAVING = 2;

  /// "Applications close on": no doubt is left.
  private static final double PLAIN_CLOSING = 3.5;

  /// How far a stamp or the like must be ahead of a deadline to leave no doubt.
  private static final double PLAIN_NOTHING = 3.5;

  /// "Extended to 6 October (previously 22 September)": said of a date that holds no longer.
  private static final double REVOKED = 9;

  private static final double MIN_YEAR = 2.2;
  private static final int MAX_DATE_LINE_WORDS = 8;
  private static final int MAX_STAMP_WORDS = 14;

  /// "Last updated on 3 May." is a stamp, full stop or not.
  private static final int MAX_STAMP_LABEL = 3;

  /// Longest line that is a period, in characters.
  private static final int MAX_PERIOD = 80;

  /// The first day of a period and what leads to its last one.
  private static final Pattern PERIOD =
      Pattern.compile("(?:\\p{L}{3,9}\\.?,? )?[\\p{L}\\d][\\p{L}\\d,./ ]{5,24}? ?(?:to|until|-) ");

  private final Document document;
  private final Words words;
  private final Profile profile;
  private final Particulars particulars;
  private final DateResolver resolver;
  private final CueContext<DateKind> context;

  DateKinds(
      Document document,
      Profile profile,
      Particulars particulars,
      DateResolver resolver,
      CueContext<DateKind> context) {
    this.document = document;
    this.words = document.words();
    this.profile = profile;
    this.particulars = particulars;
    this.resolver = resolver;
    this.context = context;
  }

  DateDecision decide(DateMention mention, PartialDate date) {
    Map<DateKind, Double> scores = heard(mention, date);
    boolean season = mention.form() == DateMention.Form.SEASON;
    if (leaves(mention, scores)) {
      return leaving(scores);
    }
    if (DateResolver.isVague(date) && !season) {
      return vague(scores, date, resolver.isPast(date));
    }
    DateKind deadline = deadline(mention, scores);
    DateKind event = best(scores, false);
    DateDecision.Weights weights =
        new DateDecision.Weights(
            due(mention, date, deadline, scores),
            at(scores, event) + HAPPENING,
            nothing(mention, scores),
            deadline,
            kindOf(scores, event));
    if (particulars.isAdvert() && isGiven(Item.OPENING, mention)) {
      return weights.nothing("the day an advert appeared or opened").asSettled();
    }
    if (mayClose(weights.event()) && !resolver.isPast(date) && closesPeriod(mention)) {
      return weights
          .deadline(DateKind.APPLICATION, LABELLED, "the end of a period on an advert's own line")
          .asSettled();
    }
    if (weights.nothing() > Math.max(weights.due(), weights.happens())) {
      DateDecision nothing = weights.nothing("");
      boolean revoked = at(scores, DateKind.NONE) >= REVOKED;
      boolean clear = weights.nothing() - weights.due() >= PLAIN_NOTHING;
      return revoked || clear ? nothing.asSettled() : nothing;
    }
    if (ownDateLine(mention, date, weights.due(), weights.happens())) {
      return weights.nothing("the page's own date line");
    }
    if (weights.due() >= MIN_DEADLINE && weights.due() > weights.happens() - HAPPENING * 0.5) {
      DateDecision due = weights.deadline(deadline, weights.due() - at(scores, event), "");
      boolean closing = at(scores, DateKind.APPLICATION) >= PLAIN_CLOSING;
      return closing || isClosingDate(mention, scores) ? due.asSettled() : due;
    }
    return happening(scores, weights, event, resolver.isFuture(date), season);
  }

  /// "She is to step down at the end of the year": somebody goes, and nothing is due.
  private boolean leaves(DateMention mention, Map<DateKind, Double> scores) {
    boolean formal =
        Math.max(at(scores, DateKind.APPLICATION), at(scores, DateKind.TENDER)) >= MIN_FORMAL;
    return at(scores, DateKind.DEPARTURE) >= LEAVING
        && best(scores, false) == DateKind.DEPARTURE
        && at(scores, DateKind.NONE) < MIN_FORMAL
        && !formal
        && isAtAnEnd(mention);
  }

  private DateDecision leaving(Map<DateKind, Double> scores) {
    double told = at(scores, DateKind.DEPARTURE);
    return new DateDecision.Weights(
            at(scores, DateKind.PROGRAMME), told, 0, DateKind.PROGRAMME, Event.Kind.DEPARTURE)
        .event(Event.Kind.DEPARTURE, told)
        .asSettled();
  }

  /// "At the end of" right before the date.
  private boolean isAtAnEnd(DateMention mention) {
    int first = words.at(mention.start());
    for (int i = first; i > first - 5 && i >= 2; i--) {
      if (words.word(i).equals("of") && words.word(i - 1).equals("end")) {
        int the = words.word(i - 2).equals("the") ? i - 3 : i - 2;
        return words.word(the).equals("at");
      }
    }
    return false;
  }

  private static Event.Kind kindOf(Map<DateKind, Double> scores, DateKind event) {
    return at(scores, event) > 0 ? event.event().orElse(Event.Kind.OTHER) : Event.Kind.OTHER;
  }

  /// What is said around the date. What was said cannot have been said on a day to come.
  Map<DateKind, Double> heard(DateMention mention, PartialDate date) {
    Map<DateKind, Double> scores = context.scores(mention.start(), mention.end());
    if (resolver.isFuture(date)) {
      scores.remove(DateKind.SAID);
    }
    return scores;
  }

  private DateKind deadline(DateMention mention, Map<DateKind, Double> scores) {
    boolean bid = at(scores, DateKind.TENDER) >= MIN_FORMAL;
    boolean recruits = profile.advert() || profile.recruiting() || particulars.isOpenPost();
    boolean closes = recruits && isClosingTime(mention) && !bid;
    return closes || isClosingDate(mention, scores) ? DateKind.APPLICATION : deadline(scores);
  }

  /// True where a label such as `Closing date:` gives the date, and nothing speaks for another.
  private boolean isClosingDate(DateMention mention, Map<DateKind, Double> scores) {
    double application = at(scores, DateKind.APPLICATION);
    boolean other =
        at(scores, best(scores, false)) > application || at(scores, DateKind.NONE) > LABELLED;
    return !other
        && at(scores, DateKind.TENDER) < MIN_FORMAL
        && particulars.isOpenPost()
        && isGiven(Item.CLOSING, mention);
  }

  private boolean isGiven(Item item, DateMention mention) {
    return particulars.at(item, mention.start(), mention.end()).isPresent();
  }

  private double due(
      DateMention mention, PartialDate date, DateKind deadline, Map<DateKind, Double> scores) {
    double missed = at(scores, DateKind.MISSED);
    double due = Math.max(at(scores, deadline), at(scores, DateKind.PROGRAMME));
    boolean formal = deadline == DateKind.APPLICATION || deadline == DateKind.TENDER;
    if (resolver.isPast(date)) {
      due += formal && missed == 0 ? overFormal(mention) : over(mention, missed);
    }
    due += isClosingTime(mention) ? CLOSING_TIME : 0;
    due += resolver.isFuture(date) && isBy(mention) ? AHEAD_BY : 0;
    if (mention.form() == DateMention.Form.SEASON && !isIntroduced(mention)) {
      due -= resolver.isFuture(date) ? 1 : 3;
    }
    due += isClosingDate(mention, scores) ? LABELLED : 0;
    return due + (profile.advert() && deadline == DateKind.APPLICATION ? 1 : 0);
  }

  /// What is over was a deadline where it is said to have been missed; "by May it was in use" is
  /// none.
  private double over(DateMention mention, double missed) {
    if (missed > 0) {
      return MISSED_SHARE * missed - 0.6;
    }
    return isIntroduced(mention) ? OVER_BY : OVER;
  }

  /// "The notice in March drew 31 bids" gives no day for bids.
  private static double overFormal(DateMention mention) {
    return mention.form() == DateMention.Form.MONTH ? OVER_MONTH : 0;
  }

  private double nothing(DateMention mention, Map<DateKind, Double> scores) {
    double nothing = at(scores, DateKind.NONE);
    return lineLength(mention) <= MAX_STAMP_WORDS && !isProse(mention)
        ? Math.max(nothing, at(scores, DateKind.STAMP))
        : nothing;
  }

  /// A happening, unless something is yet to go live or to come in a part of a year.
  private static DateDecision happening(
      Map<DateKind, Double> scores,
      DateDecision.Weights weights,
      DateKind event,
      boolean ahead,
      boolean season) {
    double told = at(scores, event);
    boolean live =
        event == DateKind.GO_LIVE
            || (event == DateKind.LAUNCH && at(scores, DateKind.PROGRAMME) >= MIN_FORMAL);
    boolean missed = at(scores, DateKind.MISSED) > 0;
    if (live && told > 0 && (ahead || missed)) {
      DateDecision target =
          weights.deadline(DateKind.PROGRAMME, 1, "a system that was or is yet to go live");
      return missed ? target.asSettled() : target;
    }
    if (season && ahead && told < SEASON_EVENT) {
      return weights.deadline(DateKind.PROGRAMME, 0.5, "a part of a year that is to come");
    }
    return weights.event(
        weights.event(), Math.min(weights.happens() - weights.due(), season ? 0.5 : 3));
  }

  /// A year alone is a deadline where something is due in it, and says nothing otherwise.
  private DateDecision vague(Map<DateKind, Double> scores, PartialDate date, boolean past) {
    DateKind kind =
        at(scores, DateKind.LEGAL) > at(scores, DateKind.PROGRAMME)
            ? DateKind.LEGAL
            : DateKind.PROGRAMME;
    double due = at(scores, kind) - at(scores, DateKind.NONE);
    int year = date.first().map(day -> day.getYear()).orElse(0);
    int published = resolver.publishedYear();
    double score = due;
    score += published > 0 && year > published ? 1.2 : 0;
    score -= published > 0 && year == published ? 1 : 0;
    double missed = at(scores, DateKind.MISSED);
    score += missed > 0 ? MISSED_SHARE * missed : 0;
    score -= past ? (missed > 0 ? 0.8 : 2.6) : 0;
    boolean counts = score >= (published > 0 ? MIN_YEAR : MIN_YEAR + 1);
    DateDecision.Weights weights =
        new DateDecision.Weights(score, 0, at(scores, DateKind.NONE), kind, Event.Kind.OTHER);
    return counts
        ? weights.deadline(kind, score - MIN_YEAR, "")
        : weights.nothing("no more than a year, and little is due in it");
  }

  /// "By 5pm on Friday", "until 23:59 on 3 May": nobody gives a minute for anything but an end.
  private boolean isClosingTime(DateMention mention) {
    if (mention.time().isEmpty()) {
      return false;
    }
    int first = words.at(mention.start());
    for (int i = first - 1; i >= 0 && i >= first - MAX_BEFORE_TIME; i--) {
      if (words.sentence(i) != words.sentence(first)) {
        return false;
      }
      switch (words.word(i)) {
        case "by", "before", "until", "till", "than", "closes", "close", "closing", "deadline" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// True unless the words around say what else a period may be of.
  private static boolean mayClose(Event.Kind heard) {
    return switch (heard) {
      case OTHER, ANNOUNCEMENT, PUBLICATION, LAUNCH -> true;
      case INTERVIEW,
          INFO_SESSION,
          START,
          DEPARTURE,
          GO_LIVE,
          CONTRACT_START,
          CONTRACT_END,
          DECISION,
          AWARD,
          ATTACK,
          MEETING ->
          false;
    };
  }

  /// `Tuesday, March 13, 2012 to Thursday, April 12, 2012` as a whole line of an advert: nothing
  /// but days, months, numbers and one "to".
  private boolean closesPeriod(DateMention mention) {
    if (!profile.advert() && !profile.recruiting() && !particulars.isAdvert()) {
      return false;
    }
    Optional<Line> line = document.lineAt(mention.start());
    String normal = document.normal();
    return line.filter(l -> l.end() - l.start() <= MAX_PERIOD)
        .filter(l -> l.start() <= mention.start() && mention.end() <= l.end())
        .filter(l -> normal.substring(mention.end(), l.end()).isBlank())
        .map(l -> normal.substring(l.start(), mention.start()))
        .filter(before -> PERIOD.matcher(before).matches())
        .isPresent();
  }

  private boolean isBy(DateMention mention) {
    return words.word(words.at(mention.start()) - 1).equals("by");
  }

  private static DateKind deadline(Map<DateKind, Double> scores) {
    double application = at(scores, DateKind.APPLICATION);
    double tender = at(scores, DateKind.TENDER);
    if (Math.max(application, tender) < MIN_FORMAL) {
      return best(scores, true);
    }
    return application >= tender ? DateKind.APPLICATION : DateKind.TENDER;
  }

  /// True where "by" or "until" stands before a season.
  private boolean isIntroduced(DateMention mention) {
    int first = words.at(mention.start());
    for (int i = first; i >= first - 4; i--) {
      String word = words.word(i);
      if (word.equals("by") || word.equals("until") || word.equals("before")) {
        return true;
      }
    }
    return false;
  }

  private static DateKind best(Map<DateKind, Double> scores, boolean deadline) {
    DateKind best = deadline ? DateKind.PROGRAMME : DateKind.PUBLICATION;
    double most = 0;
    for (Map.Entry<DateKind, Double> entry : scores.entrySet()) {
      boolean fits =
          deadline ? entry.getKey().deadline().isPresent() : entry.getKey().event().isPresent();
      if (fits && entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  /// The page's own date line: short, or the day of publication itself, and nothing speaks for
  /// more.
  private boolean ownDateLine(DateMention mention, PartialDate date, double due, double happens) {
    boolean written = mention.form() == DateMention.Form.DAY;
    if (!written || due >= MIN_DEADLINE) {
      return false;
    }
    boolean published =
        resolver.publishedDay().flatMap(day -> date.day().filter(day::equals)).isPresent();
    int length = lineLength(mention);
    boolean strong = happens - HAPPENING > 3;
    return !strong && (published || length <= MAX_DATE_LINE_WORDS);
  }

  /// True in a line that closes like a sentence, but for a date at its very start.
  private boolean isProse(DateMention mention) {
    Optional<Line> line = document.lineAt(mention.start());
    if (line.isEmpty()) {
      return true;
    }
    int before = words.at(mention.start()) - words.at(line.get().start());
    return before > MAX_STAMP_LABEL && document.normal().startsWith(".", line.get().end() - 1);
  }

  private int lineLength(DateMention mention) {
    Optional<Line> line = document.lineAt(mention.start());
    return line.map(l -> words.at(l.end()) - words.at(l.start())).orElse(Integer.MAX_VALUE);
  }

  private static double at(Map<DateKind, Double> scores, DateKind kind) {
    Double score = scores.get(kind);
    return score == null ? 0 : score;
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.money.Grades;
import dev.civicwire.enrich.money.Grades.Grade;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.CueLexicon;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the fields of vacancies among the values of one article.
final class VacancyFields {
  private static final String NAME = "vacancy/1";

  /// What speaks against the day of publication as the closing date.
  private static final double TODAY = 3;

  /// What speaks against a day before it.
  private static final double OVER = 5;

  /// What speaks against pay in a sentence that names another post, which nobody is sought for.
  private static final double OF_OTHER = 2;

  /// What speaks for full-time pay, and against a part of it.
  private static final double FULL = 0.5;

  /// Further behind than any other pay.
  private static final int ASIDE = 1 << 24;

  /// Characters beside pay in which it is called the actual one, or that of full-time work.
  private static final int MAX_ACTUAL = 18;

  private final Findings findings;
  private final List<RoleValue> sought;
  private final OwnPosts posts;
  private final Employers employers;
  private final Ties ties;
  private final Particulars particulars;
  private final Set<Integer> others;
  private final ImpliedPay impliedPay;
  private final List<Grade> grades;

  /// @param sought the posts that are sought, at least one
  VacancyFields(
      Findings findings,
      List<RoleValue> sought,
      CueLexicon<Field> lexicon,
      ImpliedPay impliedPay,
      PlaceWords places) {
    this.findings = findings;
    this.sought = sought;
    this.posts = new OwnPosts(findings, sought);
    this.others = others(findings);
    this.particulars = findings.particulars();
    this.ties = new Ties(findings, particulars, lexicon, places);
    this.employers =
        new Employers(findings, particulars.of(Item.EMPLOYER), ties.seekers(), ties::isTied);
    this.impliedPay = impliedPay;
    this.grades = new Grades().in(findings.document());
  }

  /// The vacancy of `role`, one of the posts sought.
  Vacancy of(RoleValue role) {
    boolean alone = sought.size() == 1;
    List<Deadline> closings = posts.closings(role, closings());
    List<FieldEvidence> evidence = new ArrayList<>();
    if (!role.evidence().mentions().isEmpty() && !NamedPost.isHeadline(role)) {
      add("role", Optional.of(role), evidence);
    }
    Optional<Organisation> body = add("organisation", employers.of(role), evidence);
    Optional<Salary> pay = add("salary", salary(role), evidence);
    Optional<Deadline> deadline =
        add(
            "deadline",
            labelledClosing(closings).or(() -> deadline(role, alone, closings)),
            evidence);
    Optional<String> grade = grade(role, pay, evidence);
    Optional<ImpliedPay.Band> implied = implied(pay, grade);
    List<String> location = ties.locations(evidence);
    Optional<String> reportsTo = ties.reportsTo(role, evidence);
    Optional<String> recruiter = ties.recruiter(evidence);
    Optional<String> contact = ties.contact(evidence);
    return new Vacancy(
        body.map(Organisation::name),
        body.flatMap(Organisation::identifier),
        role.title(),
        pay.flatMap(Salary::min).or(() -> implied.map(ImpliedPay.Band::min)),
        pay.flatMap(Salary::max).or(() -> implied.map(ImpliedPay.Band::max)),
        pay.map(Salary::currency).or(() -> implied.map(ImpliedPay.Band::currency)),
        pay.map(Salary::period).or(() -> implied.map(b -> PayPeriod.YEAR)),
        grade,
        implied.isPresent(),
        deadline.map(Deadline::date),
        location,
        reportsTo,
        recruiter,
        contact,
        ties.workingPatterns(),
        status(role, deadline.map(Deadline::date)),
        List.of(),
        confidence(evidence),
        evidence,
        Optional.empty());
  }

  /// As sure as the less sure of the post and its body.
  private static double confidence(List<FieldEvidence> evidence) {
    double least =
        evidence.stream()
            .filter(e -> e.field().equals("role") || e.field().equals("organisation"))
            .mapToDouble(FieldEvidence::confidence)
            .min()
            .orElse(0.5);
    return Math.round(least * 950) / 1000.0;
  }

  /// The pay that a grade implies where none is stated.
  private Optional<ImpliedPay.Band> implied(Optional<Salary> pay, Optional<String> grade) {
    return pay.isPresent()
        ? Optional.empty()
        : grade.flatMap(g -> impliedPay.of(g, findings.document()));
  }

  /// The same value, with its place noted as that of field `name`.
  private static <V extends Value> Optional<V> add(
      String name, Optional<V> value, List<FieldEvidence> evidence) {
    value
        .map(Value::evidence)
        .ifPresent(e -> evidence.add(FieldEvidence.of(name, e, e.confidence())));
    return value;
  }

  /// The pay of `role`: the nearest behind one of its mentions before another post is named; the
  /// first of the text where only one post is sought.
  private Optional<Salary> salary(RoleValue role) {
    Optional<Salary> best = labelledPay(role);
    if (best.isPresent()) {
      return best;
    }
    double most = Double.NEGATIVE_INFINITY;
    for (Salary salary : findings.money().salaries()) {
      double score = -salary.evidence().start() / (double) findings.document().text().length();
      score -= ties.isPrevious(salary.evidence()) ? 3 : 0;
      score += nearness(salary, role);
      score += fullness(salary);
      if (sought.size() > 1) {
        score += posts.nearest(salary.evidence()).equals(role) ? 2 : -1;
      }
      if (score > most) {
        most = score;
        best = Optional.of(salary);
      }
    }
    boolean others = sought.size() > 1 && most < 0 && !sought.getFirst().equals(role);
    return others ? Optional.empty() : best;
  }

  /// Full-time pay goes before what is paid of it.
  private double fullness(Salary salary) {
    Mention pay = salary.evidence().mention();
    return isFullTime(pay) ? FULL : isActual(pay) ? -FULL : 0;
  }

  /// What speaks for pay that is offered, and that stands beside the post.
  private double nearness(Salary salary, RoleValue role) {
    int sentence = findings.sentence(salary.evidence().start());
    boolean same = false;
    boolean before = false;
    for (Mention mention : role.evidence().mentions()) {
      int of = findings.sentence(mention.start());
      same |= of == sentence;
      before |= of == sentence - 1;
    }
    double offered = ties.isOffered(salary.evidence()) ? 1 : 0;
    boolean other = !same && others.contains(sentence);
    return (same ? 1 : before ? 0.6 : 0) + offered - (other ? OF_OTHER : 0);
  }

  /// Sentences that name a post that nobody is sought for.
  private static Set<Integer> others(Findings findings) {
    return findings.roles().stream()
        .filter(role -> role.status() != RoleValue.Status.VACANCY)
        .flatMap(role -> role.evidence().mentions().stream())
        .map(mention -> findings.sentence(mention.start()))
        .collect(Collectors.toSet());
  }

  /// The first pay in a labelled line; where several posts are sought, the line nearest to `role`.
  private Optional<Salary> labelledPay(RoleValue role) {
    Optional<Salary> first = Optional.empty();
    for (Particulars.Span span : particulars.of(Item.PAY)) {
      Optional<Salary> paid = paid(span).map(this::yearly);
      boolean own = paid.filter(p -> posts.nearest(p.evidence()).equals(role)).isPresent();
      if (paid.isPresent() && (sought.size() == 1 || own)) {
        return paid;
      }
      first = first.isPresent() ? first : paid;
    }
    return sought.getFirst().equals(role) ? first : Optional.empty();
  }

  /// The year's pay where the text gives it beside the same pay for a fortnight or a week.
  private Salary yearly(Salary pay) {
    return findings.money().salaries().stream()
        .filter(s -> s.period() == PayPeriod.YEAR && isYearOf(pay, s))
        .findFirst()
        .orElse(pay);
  }

  /// A year has 24 halves of a month and 26 fortnights and a day. Pay for a month is as good as a
  /// year's; days and hours are often fewer than those of full-time work.
  private static boolean isYearOf(Salary pay, Salary year) {
    return switch (pay.period()) {
      case FORTNIGHT -> isTimes(pay, year, 23.9, 26.2);
      case WEEK -> isTimes(pay, year, 51.9, 52.3);
      case YEAR, MONTH, DAY, HOUR -> false;
    };
  }

  private static boolean isTimes(Salary pay, Salary year, double least, double most) {
    double paid = pay.max().or(pay::min).map(BigDecimal::doubleValue).orElse(0.0);
    double yearly = year.max().or(year::min).map(BigDecimal::doubleValue).orElse(0.0);
    return yearly >= paid * least && yearly <= paid * most;
  }

  /// The first pay in the value, that of full-time work before others; that for a fortnight, or
  /// what is paid of full-time pay, only where no other is given.
  private Optional<Salary> paid(Particulars.Span span) {
    Optional<Salary> best = Optional.empty();
    int first = Integer.MAX_VALUE;
    for (Salary salary : findings.money().salaries()) {
      for (Mention mention : salary.evidence().mentions()) {
        boolean aside = salary.period() == PayPeriod.FORTNIGHT || isActual(mention);
        int place = mention.start() + (aside ? ASIDE : isFullTime(mention) ? -ASIDE : 0);
        if (span.has(mention) && place < first) {
          first = place;
          best = Optional.of(salary);
        }
      }
    }
    return best;
  }

  /// "Actual £12,395", "£12,395 actual": the part of the full-time pay that is paid.
  private boolean isActual(Mention pay) {
    return before(pay).contains("actual") || behind(pay).stripLeading().startsWith("actual");
  }

  /// "£24,513 FTE", "(FTE £24,513)": what would be paid for full-time work.
  private boolean isFullTime(Mention pay) {
    String behind = behind(pay).stripLeading();
    return behind.startsWith("fte")
        || behind.startsWith("full time eq")
        || behind.startsWith("full-time eq")
        || before(pay).stripTrailing().endsWith("fte");
  }

  private String behind(Mention pay) {
    String normal = findings.document().normal();
    int end = Math.min(normal.length(), pay.end() + MAX_ACTUAL);
    return normal.substring(pay.end(), end).toLowerCase(Locale.ROOT);
  }

  private String before(Mention pay) {
    String normal = findings.document().normal();
    int start = Math.max(0, pay.start() - MAX_ACTUAL);
    return normal.substring(start, pay.start()).toLowerCase(Locale.ROOT);
  }

  /// The last date of the first labelled line that has one, of those in one sentence: `Open and
  /// closing dates: 4 to 18 May`.
  private Optional<Deadline> labelledClosing(List<Deadline> closings) {
    return particulars.of(Item.CLOSING).stream()
        .flatMap(span -> lastIn(span, closings).stream())
        .findFirst();
  }

  private Optional<Deadline> lastIn(Particulars.Span span, List<Deadline> closings) {
    NavigableMap<Integer, Deadline> given = new TreeMap<>();
    for (Deadline deadline : closings) {
      deadline.evidence().mentions().stream()
          .filter(span::has)
          .forEach(mention -> given.put(mention.start(), deadline));
    }
    if (given.isEmpty()) {
      return Optional.empty();
    }
    int sentence = findings.sentence(given.firstKey());
    return given.entrySet().stream()
        .filter(entry -> findings.sentence(entry.getKey()) == sentence)
        .map(Map.Entry::getValue)
        .reduce((first, second) -> second);
  }

  private Optional<Deadline> deadline(RoleValue role, boolean alone, List<Deadline> closings) {
    Optional<Deadline> best = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    for (Deadline deadline : closings) {
      double score = deadline.evidence().confidence() * 10;
      score -= deadline.evidence().start() / (double) findings.document().text().length();
      score -=
          alone ? 0 : Math.abs(deadline.evidence().start() - role.evidence().start()) / 2_000.0;
      score -= isToday(deadline) ? TODAY : isOver(deadline.date()) ? OVER : 0;
      if (score > most) {
        most = score;
        best = Optional.of(deadline);
      }
    }
    return best;
  }

  /// The days by which to apply; in an advert that names none, the only day by which anything is
  /// due.
  private List<Deadline> closings() {
    List<Deadline> closings =
        findings.dates().deadlines().stream()
            .filter(d -> d.kind() == Deadline.Kind.APPLICATION)
            .toList();
    if (!closings.isEmpty() || !findings.isAdvert()) {
      return closings;
    }
    List<Deadline> ahead =
        findings.dates().deadlines().stream()
            .filter(d -> d.kind() == Deadline.Kind.PROGRAMME || d.kind() == Deadline.Kind.OTHER)
            .filter(d -> d.date().isDay() && !isOver(d.date()))
            .toList();
    return ahead.size() == 1 ? ahead : List.of();
  }

  /// True for the day of publication: "apply from today".
  private boolean isToday(Deadline deadline) {
    return deadline.date().day().isPresent()
        && deadline.date().day().equals(findings.document().published());
  }

  private Optional<String> grade(
      RoleValue role, Optional<Salary> pay, List<FieldEvidence> evidence) {
    Optional<String> paid = pay.flatMap(Salary::grade);
    if (grades.isEmpty()) {
      return paid;
    }
    Grade nearest = grades.getFirst();
    if (sought.size() > 1) {
      for (Grade grade : grades) {
        int distance = Math.abs(grade.start() - role.evidence().start());
        nearest = distance < Math.abs(nearest.start() - role.evidence().start()) ? grade : nearest;
      }
    }
    String surface = findings.document().text().substring(nearest.start(), nearest.end());
    evidence.add(new FieldEvidence("grade", nearest.start(), nearest.end(), surface, 0.85, NAME));
    return Optional.of(paid.orElse(nearest.name()));
  }

  /// True where the whole of `date` is before the day of publication.
  private boolean isOver(PartialDate date) {
    Optional<LocalDate> published = findings.document().published();
    return date.last().flatMap(last -> published.filter(last::isBefore)).isPresent();
  }

  private Vacancy.Status status(RoleValue role, Optional<PartialDate> deadline) {
    if (deadline.filter(this::isOver).isPresent() || ties.isClosed()) {
      return Vacancy.Status.CLOSED;
    }
    return ties.isAnnounced(role) ? Vacancy.Status.ANNOUNCED : Vacancy.Status.OPEN;
  }
}

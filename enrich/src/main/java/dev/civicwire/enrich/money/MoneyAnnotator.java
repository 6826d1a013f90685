package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.Salary.Qualifier;
import dev.civicwire.enrich.money.MoneyKinds.Decision;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.CueContext;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Trace;
import dev.civicwire.enrich.topic.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds salaries, public money and other amounts. Immutable and safe for threads.
public final class MoneyAnnotator {
  /// Name and version that stand with each value.
  static final String NAME = "money/1";

  /// Mentions of one text that are judged; a table of more is no article.
  private static final int MAX_MENTIONS = 4_000;

  /// The lead of a decision that is as clear as not.
  private static final double HALF_CLEAR = 2;

  private static final List<String> SIGNS = List.of("£", "$", "€", "₹");

  private static final BigDecimal HOURLY = BigDecimal.valueOf(150);
  private static final BigDecimal DAILY = BigDecimal.valueOf(2_500);
  private static final BigDecimal MONTHLY = BigDecimal.valueOf(1_300);

  /// A year's pay for full time is more. In Britain pay by the month is hardly advertised, and
  /// that for few hours a week often is.
  private static final BigDecimal YEARLY = BigDecimal.valueOf(13_500);

  /// The same where pay is lower and its currency is, too.
  private static final BigDecimal YEARLY_ABROAD = BigDecimal.valueOf(6_000);

  private static final BigDecimal YEARLY_PART_TIME = BigDecimal.valueOf(4_000);

  private final CueLexicon<MoneyKind> lexicon =
      CueLexicon.load(MoneyAnnotator.class, "cues.tsv", MoneyKind.class);
  private final Qualifiers qualifiers = Qualifiers.load();
  private final Grades grades = new Grades();

  /// The amounts of `document`; what was weighed goes to `trace`.
  public Money annotate(Document document, Profile profile, Particulars particulars, Trace trace) {
    List<MoneyMention> mentions = mentions(document, profile, particulars);
    if (mentions.isEmpty()) {
      return new Money(List.of(), List.of(), List.of());
    }
    CueContext<MoneyKind> context =
        new CueContext<>(
            document,
            lexicon,
            MoneyKind.class,
            mentions.stream().map(m -> new int[] {m.coreStart(), m.coreEnd()}).toList());
    boolean closes = !particulars.of(Item.CLOSING).isEmpty();
    boolean labelled = mentions.stream().anyMatch(MoneyMention::pay);
    MoneyKinds kinds = new MoneyKinds(document.normal(), profile, closes, labelled, context);
    List<Salary> salaries = new ArrayList<>();
    List<Budget> budgets = new ArrayList<>();
    List<OtherMoney> others = new ArrayList<>();
    BudgetPeriods periods = new BudgetPeriods(document.words());
    for (MoneyMention mention : mentions) {
      Decision decision = kinds.decide(mention);
      trace.add(() -> choice(mention, decision, context));
      Evidence evidence = evidence(document, mention, decision.margin());
      String currency =
          mention.currency().equals(Currencies.DOLLAR) ? profile.dollar() : mention.currency();
      switch (decision.kind()) {
        case SALARY -> salaries.add(salary(document, mention, currency, evidence));
        case PRIVATE, COMPARISON -> others.add(new OtherMoney(mention.high(), currency, evidence));
        case BUDGET, FUNDING, CONTRACT, SAVING, COST, OTHER ->
            budgets.add(
                new Budget(
                    plain(mention.high()),
                    mention.isRange() ? Optional.of(plain(mention.low())) : Optional.empty(),
                    currency,
                    periods.of(mention, decision.budget()),
                    decision.budget(),
                    evidence));
      }
    }
    return new MoneyMerge(salaries, budgets, others).merged();
  }

  private List<MoneyMention> mentions(Document document, Profile profile, Particulars particulars) {
    List<MoneyMention> all = MoneyScanner.scan(document.normal(), qualifiers);
    List<MoneyMention> first = all.subList(0, Math.min(all.size(), MAX_MENTIONS));
    return new PayLines(document, particulars, currency(document, profile), first).completed();
  }

  /// The currency of amounts that name none: the sign that stands in the text, else the country's.
  private static Optional<String> currency(Document document, Profile profile) {
    for (String sign : SIGNS) {
      if (document.normal().contains(sign)) {
        return Optional.of(Currencies.ofSign(sign.charAt(0)));
      }
    }
    return profile.currency();
  }

  private static Choice choice(
      MoneyMention mention, Decision decision, CueContext<MoneyKind> context) {
    String winner =
        switch (decision.kind()) {
          case SALARY -> "salary";
          case PRIVATE, COMPARISON -> "other money";
          case BUDGET, FUNDING, CONTRACT, SAVING, COST, OTHER ->
              decision.budget().name().toLowerCase(Locale.ROOT);
        };
    return new Choice(
        NAME,
        mention.start(),
        mention.end(),
        winner,
        decision.scores(),
        mention.conversion() ? "repeats the amount before it in another currency" : "",
        context.voices(mention.coreStart(), mention.coreEnd()));
  }

  private static Evidence evidence(Document document, MoneyMention mention, double margin) {
    return Evidence.of(
        Mention.of(document.text(), mention.start(), mention.end()), clearness(margin), NAME);
  }

  /// How clear a decision that is ahead by `margin` is, 0 to 1; calibration makes of it how often
  /// such decisions are right.
  private static double clearness(double margin) {
    double ahead = Math.max(0, margin);
    return ahead / (ahead + HALF_CLEAR);
  }

  private Salary salary(
      Document document, MoneyMention mention, String currency, Evidence evidence) {
    Qualifier qualifier = mention.qualifier();
    Optional<BigDecimal> low =
        qualifier == Qualifier.UP_TO ? Optional.empty() : Optional.of(plain(mention.low()));
    Optional<BigDecimal> high =
        qualifier == Qualifier.FROM ? Optional.empty() : Optional.of(plain(mention.high()));
    return new Salary(
        low,
        high,
        currency,
        period(mention),
        qualifier,
        grades.near(document, mention.coreStart()),
        false,
        evidence);
  }

  private static PayPeriod period(MoneyMention mention) {
    return switch (mention.unit().orElse("")) {
      case "year" -> PayPeriod.YEAR;
      case "month" -> PayPeriod.MONTH;
      case "fortnight" -> PayPeriod.FORTNIGHT;
      case "week" -> PayPeriod.WEEK;
      case "day" -> PayPeriod.DAY;
      case "hour" -> PayPeriod.HOUR;
      default -> usualPeriod(mention);
    };
  }

  /// The time for which so much is paid as a rule.
  private static PayPeriod usualPeriod(MoneyMention mention) {
    BigDecimal scale = Currencies.scale(mention.currency());
    BigDecimal high = mention.high().divide(scale, MathContext.DECIMAL64);
    if (scale.compareTo(BigDecimal.TWO) > 0) {
      return high.compareTo(YEARLY_ABROAD) < 0 ? PayPeriod.MONTH : PayPeriod.YEAR;
    }
    if (high.compareTo(HOURLY) < 0) {
      return PayPeriod.HOUR;
    }
    BigDecimal yearly = mention.currency().equals("GBP") ? YEARLY_PART_TIME : YEARLY;
    boolean monthly = mention.pay() && high.compareTo(MONTHLY) >= 0 && high.compareTo(yearly) < 0;
    return monthly ? PayPeriod.MONTH : high.compareTo(DAILY) < 0 ? PayPeriod.DAY : PayPeriod.YEAR;
  }

  /// The amount without an exponent or idle zeros.
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import dev.civicwire.enrich.text.CueContext;
import dev.civicwire.enrich.topic.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/// Decides what an amount is, by the cues around it, its size and the text's profile.
final class MoneyKinds {
  /// Yearly pay of one person in public service; nobody's lies outside.
  private static final BigDecimal MIN_PAY = BigDecimal.valueOf(9_000);

  private static final BigDecimal MAX_PAY = BigDecimal.valueOf(900_000);

  /// Yearly pay that needs little further evidence.
  private static final BigDecimal USUAL_MIN = BigDecimal.valueOf(15_000);

  private static final BigDecimal USUAL_MAX = BigDecimal.valueOf(420_000);
  private static final BigDecimal MAX_DAY = BigDecimal.valueOf(3_000);
  private static final BigDecimal MAX_FORTNIGHT = BigDecimal.valueOf(30_000);
  private static final BigDecimal MIN_HOUR = BigDecimal.valueOf(3);
  private static final BigDecimal MIN_DAY = BigDecimal.valueOf(25);
  private static final BigDecimal MAX_MONTH = BigDecimal.valueOf(70_000);
  private static final BigDecimal MIN_MONTH = BigDecimal.valueOf(200);
  private static final BigDecimal MAX_HOUR = BigDecimal.valueOf(400);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LARGE = BigDecimal.valueOf(300_000);

  /// Public money of less is a price.
  private static final BigDecimal MIN_PUBLIC = BigDecimal.valueOf(1_000);

  /// What speaks for private money in a text that is not of the public sector.
  private static final double PRIVATE_TEXT = 6;

  /// As much in an advert, most of whose amounts are pay.
  private static final double PRIVATE_ADVERT = 2;

  private static final double MIN_SALARY = 2.4;

  /// What the words around an amount say where they call it pay.
  private static final double TOLD = 4;

  /// What a label such as `Salary:` says for pay.
  private static final double LABELLED = 5;

  /// An hour's pay of a labelled post; less is none.
  private static final BigDecimal MIN_LABELLED = BigDecimal.valueOf(7);

  /// What an amount on a line of its own says for pay.
  private static final double CELL = 2;

  /// What an amount at the start of an advert's line says for pay.
  private static final double FIRST = 1;

  /// What is lost by an amount in an advert whose pay stands behind a label, and what must be said
  /// of it that it is pay all the same.
  private static final double BESIDE = 1.2;

  private static final double BESIDE_CUE = 2.5;

  /// What an amount with its time says on the first lines of an advert, and which those are.
  private static final double TOP = 1.5;

  private static final int MAX_TOP = 250;
  private static final int TOP_LINES = 3;

  /// Characters of a note in brackets that fills its cell together with the amount.
  private static final int MAX_NOTE = 40;

  private final String normal;
  private final Profile profile;
  private final boolean closes;
  private final boolean labelled;
  private final CueContext<MoneyKind> context;

  /// @param closes whether a labelled line gives a day by which to apply
  /// @param labelled whether one gives pay
  MoneyKinds(
      String normal,
      Profile profile,
      boolean closes,
      boolean labelled,
      CueContext<MoneyKind> context) {
    this.closes = closes;
    this.labelled = labelled;
    this.normal = normal;
    this.profile = profile;
    this.context = context;
  }

  /// A kind, with what spoke for pay, for private and for public money.
  record Decision(MoneyKind kind, Budget.Kind budget, double pay, double closed, double open) {
    /// How far the kind is ahead of what it competed with.
    double margin() {
      return switch (kind) {
        case SALARY -> pay - Math.max(open, closed);
        case PRIVATE, COMPARISON -> closed - Math.max(open, pay);
        case BUDGET, FUNDING, CONTRACT, SAVING, COST, OTHER -> open - Math.max(closed, pay);
      };
    }

    Map<String, Double> scores() {
      String publicMoney = budget.name().toLowerCase(Locale.ROOT);
      return Map.of("salary", pay, "other money", closed, publicMoney, open);
    }
  }

  Decision decide(MoneyMention mention) {
    Map<MoneyKind, Double> scores = context.scores(mention.coreStart(), mention.coreEnd());
    double pay = pay(mention, scores);
    double closed = closed(mention, scores);
    MoneyKind best = bestPublic(scores);
    double open = open(mention, at(scores, best)) - (profile.publicSector() ? 0 : 5);
    Budget.Kind budget = best.budget().orElse(Budget.Kind.FUNDING);
    if (pay >= MIN_SALARY && pay > open && pay > closed) {
      return new Decision(MoneyKind.SALARY, budget, pay, closed, open);
    }
    if (closed >= open) {
      return new Decision(MoneyKind.PRIVATE, budget, pay, closed, open);
    }
    return new Decision(best, budget, pay, closed, open);
  }

  /// The kind that most speaks for; of what nothing does, an advert tells what the employer has.
  private MoneyKind bestPublic(Map<MoneyKind, Double> scores) {
    MoneyKind best = profile.advert() ? MoneyKind.BUDGET : MoneyKind.FUNDING;
    double most = 0;
    for (MoneyKind kind : MoneyKind.values()) {
      if (kind.budget().isPresent() && at(scores, kind) > most) {
        most = at(scores, kind);
        best = kind;
      }
    }
    return best;
  }

  private boolean startsLine(MoneyMention mention) {
    return mention.start() == 0 || normal.charAt(mention.start() - 1) == '\n';
  }

  /// True on the first lines of a text about filling a post: `Interim Head of IT - £600 a day`.
  private boolean isOnTop(MoneyMention mention) {
    boolean seeks = profile.advert() || profile.recruiting() || closes;
    return seeks
        && mention.start() < MAX_TOP
        && normal.substring(0, mention.start()).chars().filter(c -> c == '\n').count() < TOP_LINES;
  }

  /// True where the amount fills a line, or a cell of one.
  private boolean isCell(MoneyMention mention) {
    int before = mention.start() - 1;
    while (before >= 0 && normal.charAt(before) == ' ') {
      before--;
    }
    int after = skipBlanks(mention.end());
    if (after < normal.length() && normal.charAt(after) == '(') {
      int close = normal.indexOf(')', after, Math.min(normal.length(), after + MAX_NOTE));
      after = close < 0 ? after : skipBlanks(close + 1);
    }
    return isEdge(before) && isEdge(after);
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < normal.length() && normal.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private boolean isEdge(int at) {
    return at < 0 || at >= normal.length() || normal.charAt(at) == '\n' || normal.charAt(at) == '|';
  }

  private double pay(MoneyMention mention, Map<MoneyKind, Double> scores) {
    BigDecimal high = scaled(mention);
    if (mention.conversion() || !payable(mention, high)) {
      return -9;
    }
    double pay = at(scores, MoneyKind.SALARY);
    boolean usual = high.compareTo(USUAL_MIN) >= 0 && high.compareTo(USUAL_MAX) <= 0;
    boolean yearly = mention.unit().orElse("").equals("year");
    pay += mention.pay() ? LABELLED : 0;
    pay += mention.unit().isPresent() ? 2.2 : 0;
    pay += usual || (mention.unit().isPresent() && profile.recruiting()) ? 1 : -0.5;
    pay += usual && mention.isRange() ? 1.6 : 0;
    pay += usual && profile.recruiting() ? 1.5 : 0;
    pay += usual && profile.advert() ? 0.8 : 0;
    pay += yearly && usual ? 0.6 : 0;
    pay += (usual || mention.unit().isPresent()) && isCell(mention) ? CELL : 0;
    pay += usual && profile.advert() && startsLine(mention) ? FIRST : 0;
    pay += mention.unit().isPresent() && isOnTop(mention) ? TOP : 0;
    pay -= !usual && at(scores, MoneyKind.SALARY) <= 0 && !profile.advert() ? 1 : 0;
    boolean beside = labelled && !mention.pay() && profile.advert();
    pay -= beside && at(scores, MoneyKind.SALARY) < BESIDE_CUE ? BESIDE : 0;
    boolean open = profile.publicSector() || profile.advert() || mention.pay() || closes;
    return open || isTold(scores) ? pay : pay - 3.5;
  }

  private static BigDecimal scaled(MoneyMention mention) {
    BigDecimal scale = Currencies.scale(mention.currency());
    return scale.compareTo(BigDecimal.TWO) > 0
        ? mention.high().divide(scale, MathContext.DECIMAL64)
        : mention.high();
  }

  private static boolean payable(MoneyMention mention, BigDecimal high) {
    boolean poor = Currencies.scale(mention.currency()).compareTo(BigDecimal.TWO) > 0;
    return switch (mention.unit().orElse("")) {
      case "hour" -> high.compareTo(MAX_HOUR) <= 0 && (poor || high.compareTo(MIN_HOUR) >= 0);
      case "day" -> high.compareTo(MAX_DAY) <= 0 && (poor || high.compareTo(MIN_DAY) >= 0);
      case "week" -> high.compareTo(USUAL_MIN) <= 0 && (poor || high.compareTo(MIN_DAY) >= 0);
      case "month" -> high.compareTo(MAX_MONTH) <= 0 && (poor || high.compareTo(MIN_MONTH) >= 0);
      case "fortnight" ->
          high.compareTo(MAX_FORTNIGHT) <= 0 && (poor || high.compareTo(MIN_MONTH) >= 0);
      default -> high.compareTo(least(mention)) >= 0 && high.compareTo(MAX_PAY) <= 0;
    };
  }

  /// The least pay that names no time: a year's, or, of a poorer currency or behind a label, also a
  /// shorter time's.
  private static BigDecimal least(MoneyMention mention) {
    boolean poor = Currencies.scale(mention.currency()).compareTo(BigDecimal.TWO) > 0;
    boolean yearly = mention.unit().isPresent();
    return poor || (mention.pay() && !yearly) ? MIN_LABELLED : MIN_PAY;
  }

  private double closed(MoneyMention mention, Map<MoneyKind, Double> scores) {
    double closed = at(scores, MoneyKind.PRIVATE) + 0.6;
    closed += mention.high().compareTo(LARGE) < 0 ? at(scores, MoneyKind.COMPARISON) : 0;
    closed += mention.conversion() ? 12 : 0;
    closed += mention.high().compareTo(MIN_PAY) < 0 && !mention.pay() ? 2 : 0;
    boolean offered = closes && mention.isRange() && isCell(mention);
    if (profile.publicSector() || mention.pay() || offered) {
      return closed;
    }
    return closed + (profile.advert() || isTold(scores) ? PRIVATE_ADVERT : PRIVATE_TEXT);
  }

  /// True where a text about filling posts calls the amount pay in so many words.
  private boolean isTold(Map<MoneyKind, Double> scores) {
    return profile.recruiting() && at(scores, MoneyKind.SALARY) >= TOLD;
  }

  private static double open(MoneyMention mention, double cues) {
    double open = mention.conversion() ? -9 : cues;
    open += mention.high().compareTo(MILLION) >= 0 ? 2 : 0;
    open += mention.high().compareTo(LARGE) >= 0 ? 0.8 : -0.8;
    open -= mention.high().compareTo(MIN_PUBLIC) < 0 ? 3 : 0;
    return open;
  }

  private static double at(Map<MoneyKind, Double> scores, MoneyKind kind) {
    Double score = scores.get(kind);
    return score == null ? 0 : score;
  }
}

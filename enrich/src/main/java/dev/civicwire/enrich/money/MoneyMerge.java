package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.Salary;
import dev.civicwire.enrich.text.EvidenceMerge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes of mentions values: the same amount twice is one value with two mentions, and a rounded
/// form ("£200k" for "between £180,000 and £200,000") belongs to the full one.
final class MoneyMerge {
  /// A bound rounded to thousands is off by less.
  private static final double ROUNDED = 0.012;

  /// A headline rounds pay to a multiple.
  private static final BigDecimal HEADLINE = BigDecimal.valueOf(5_000);

  /// Values among which one is sought that an amount rounds: a text with more pay than this is a
  /// list, in which each amount stands for itself.
  private static final int MAX_ROUNDED = 200;

  /// What two mentions of the same amount have in common.
  private record Amount(String currency, List<BigDecimal> figures) {
    Amount {
      figures = figures.stream().map(BigDecimal::stripTrailingZeros).toList();
    }
  }

  private record Pay(PayPeriod period, Amount amount) {}

  private final List<Salary> salaries;
  private final List<Budget> budgets;
  private final List<OtherMoney> others;

  MoneyMerge(List<Salary> salaries, List<Budget> budgets, List<OtherMoney> others) {
    this.salaries = salaries;
    this.budgets = budgets;
    this.others = others;
  }

  Money merged() {
    return new Money(salaries(), budgets(), others());
  }

  private List<Salary> salaries() {
    List<Salary> values = new ArrayList<>();
    List<Salary> fullestFirst = new ArrayList<>(salaries);
    fullestFirst.sort(
        (a, b) ->
            Boolean.compare(
                b.qualifier() == Salary.Qualifier.RANGE, a.qualifier() == Salary.Qualifier.RANGE));
    Map<Pay, Integer> places = new HashMap<>();
    for (Salary salary : fullestFirst) {
      int same =
          indexOfSame(values, salary)
              .or(() -> Optional.ofNullable(places.get(pay(salary))))
              .orElse(values.size());
      if (same == values.size()) {
        places.putIfAbsent(pay(salary), same);
        values.add(salary);
      } else {
        values.set(same, joined(values.get(same), salary));
      }
    }
    values.sort((a, b) -> Integer.compare(a.evidence().start(), b.evidence().start()));
    return values;
  }

  private static Pay pay(Salary salary) {
    return new Pay(salary.period(), new Amount(salary.currency(), bounds(salary)));
  }

  /// The first value that `salary` says again, be it rounded.
  private static Optional<Integer> indexOfSame(List<Salary> values, Salary salary) {
    for (int i = 0; i < Math.min(values.size(), MAX_ROUNDED); i++) {
      if (isSame(values.get(i), salary)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Salary full, Salary other) {
    if (!full.currency().equals(other.currency()) || full.period() != other.period()) {
      return false;
    }
    List<BigDecimal> bounds = bounds(full);
    List<BigDecimal> others = bounds(other);
    if (others.size() == 1 && bounds.size() == 2) {
      BigDecimal one = others.getFirst();
      boolean bound = bounds.stream().anyMatch(b -> rounds(one, b));
      return bound
          || (one.compareTo(bounds.getFirst()) > 0
              && one.compareTo(bounds.getLast()) < 0
              && one.remainder(HEADLINE).signum() == 0);
    }
    if (bounds.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < bounds.size(); i++) {
      boolean same =
          bounds.get(i).compareTo(others.get(i)) == 0
              || (bounds.size() == 1 && rounds(others.get(i), bounds.get(i)));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /// True where `rough` is `exact` in whole thousands.
  private static boolean rounds(BigDecimal rough, BigDecimal exact) {
    double difference = rough.subtract(exact).abs().doubleValue();
    return difference == 0
        || (difference < 1_000
            && difference <= ROUNDED * exact.abs().doubleValue()
            && isRound(rough));
  }

  private static boolean isRound(BigDecimal value) {
    return value.remainder(BigDecimal.valueOf(1_000)).signum() == 0;
  }

  private static List<BigDecimal> bounds(Salary salary) {
    Optional<BigDecimal> max = salary.max().filter(m -> !salary.min().equals(Optional.of(m)));
    return salary
        .min()
        .map(min -> max.map(m -> List.of(min, m)).orElseGet(() -> List.of(min)))
        .orElseGet(() -> max.map(List::of).orElse(List.of()));
  }

  private static Salary joined(Salary full, Salary other) {
    Salary qualified =
        full.qualifier() == Salary.Qualifier.EXACT
                && other.qualifier() != Salary.Qualifier.EXACT
                && bounds(full).equals(bounds(other))
            ? other
            : full;
    return new Salary(
        qualified.min(),
        qualified.max(),
        full.currency(),
        full.period(),
        qualified.qualifier(),
        full.grade().or(other::grade),
        false,
        EvidenceMerge.joined(full.evidence(), other.evidence()));
  }

  private List<Budget> budgets() {
    Map<Amount, Budget> values = new LinkedHashMap<>();
    for (Budget budget : budgets) {
      Amount amount = new Amount(budget.currency(), List.of(budget.amount()));
      values.merge(amount, budget, MoneyMerge::joined);
    }
    return List.copyOf(values.values());
  }

  private static Budget joined(Budget one, Budget other) {
    Budget surer = other.evidence().confidence() > one.evidence().confidence() ? other : one;
    String period = one.period().equals("total") ? other.period() : one.period();
    return new Budget(
        one.amount(),
        one.amountMin().or(other::amountMin),
        one.currency(),
        period,
        surer.kind(),
        EvidenceMerge.joined(one.evidence(), other.evidence()));
  }

  private List<OtherMoney> others() {
    Map<Amount, OtherMoney> values = new LinkedHashMap<>();
    for (OtherMoney other : others) {
      Amount amount = new Amount(other.currency(), List.of(other.amount()));
      BigDecimal plain = MoneyAnnotator.plain(other.amount());
      values.merge(
          amount, new OtherMoney(plain, other.currency(), other.evidence()), MoneyMerge::joined);
    }
    return List.copyOf(values.values());
  }

  private static OtherMoney joined(OtherMoney one, OtherMoney other) {
    return new OtherMoney(
        one.amount(), one.currency(), EvidenceMerge.joined(one.evidence(), other.evidence()));
  }
}

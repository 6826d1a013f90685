package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.Salary;
import dev.civicwire.enrich.text.EvidenceMerge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes of mentions values: the same amount twice is one value with two mentions, and a rounded
/// form ("£200k" for "between £180,000 and £200,000") belongs to the full one.
final class MoneyMerge {
  /// A bound rounded to thousands is off by less.
  private static final double ROUNDED = 0.012;

  /// A headline rounds pay to a multiple.
  private static final BigDecimal HEADLINE = BigDecimal.valueOf(5_000);

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
    for (Salary salary : fullestFirst) {
      int same = indexOfSame(values, salary);
      if (same < 0) {
        values.add(salary);
      } else {
        values.set(same, joined(values.get(same), salary));
      }
    }
    values.sort((a, b) -> Integer.compare(a.evidence().start(), b.evidence().start()));
    return values;
  }

  private static int indexOfSame(List<Salary> values, Salary salary) {
    for (int i = 0; i < values.size(); i++) {
      if (isSame(values.get(i), salary)) {
        return i;
      }
    }
    return -1;
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
          || (one.remainder(HEADLINE).signum() == 0
              && one.compareTo(bounds.getFirst()) > 0
              && one.compareTo(bounds.getLast()) < 0);
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
        || (isRound(rough)
            && difference <= ROUNDED * exact.abs().doubleValue()
            && difference < 1_000);
  }

  private static boolean isRound(BigDecimal value) {
    return value.remainder(BigDecimal.valueOf(1_000)).signum() == 0;
  }

  private static List<BigDecimal> bounds(Salary salary) {
    return Stream.of(salary.min(), salary.max()).flatMap(Optional::stream).distinct().toList();
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
    List<Budget> values = new ArrayList<>();
    for (Budget budget : budgets) {
      int same = -1;
      for (int i = 0; i < values.size(); i++) {
        boolean amount = values.get(i).amount().compareTo(budget.amount()) == 0;
        same = amount && values.get(i).currency().equals(budget.currency()) ? i : same;
      }
      if (same < 0) {
        values.add(budget);
      } else {
        values.set(same, joined(values.get(same), budget));
      }
    }
    return values;
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
    List<OtherMoney> values = new ArrayList<>();
    for (OtherMoney other : others) {
      int same = -1;
      for (int i = 0; i < values.size(); i++) {
        boolean amount = values.get(i).amount().compareTo(other.amount()) == 0;
        same = amount && values.get(i).currency().equals(other.currency()) ? i : same;
      }
      if (same < 0) {
        values.add(
            new OtherMoney(
                MoneyAnnotator.plain(other.amount()), other.currency(), other.evidence()));
      } else {
        OtherMoney one = values.get(same);
        values.set(
            same,
            new OtherMoney(
                one.amount(),
                one.currency(),
                EvidenceMerge.joined(one.evidence(), other.evidence())));
      }
    }
    return values;
  }
}

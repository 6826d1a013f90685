package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import java.util.Optional;

/// What an amount may be.
enum MoneyKind {
  SALARY(Optional.empty()),
  PRIVATE(Optional.empty()),
  /// A difference, as in "£10,000 more than"; of large amounts it is an overrun or a rise.
  COMPARISON(Optional.empty()),
  BUDGET(Optional.of(Budget.Kind.BUDGET)),
  FUNDING(Optional.of(Budget.Kind.FUNDING)),
  CONTRACT(Optional.of(Budget.Kind.CONTRACT)),
  SAVING(Optional.of(Budget.Kind.SAVING)),
  COST(Optional.of(Budget.Kind.COST)),
  OTHER(Optional.of(Budget.Kind.OTHER));

  private final Optional<Budget.Kind> budget;

  MoneyKind(Optional<Budget.Kind> budget) {
    this.budget = budget;
  }

  /// The kind of public money, where it is public money at all.
  Optional<Budget.Kind> budget() {
    return budget;
  }
}

package dev.civicwire.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field of money.
public enum AmountField {
  /// Annual pay.
  PAY("salary pay wage"),
  /// Public money: budgets, funding, contracts, savings, costs.
  BUDGET("budget money contract funding");

  /// Parted by blanks, the one to show first.
  private final String names;

  AmountField(String names) {
    this.names = names;
  }

  /// The name it is shown under.
  public String parameter() {
    return names.split(" ")[0];
  }

  static Optional<AmountField> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> List.of(f.names.split(" ")).contains(lower))
        .findFirst();
  }
}

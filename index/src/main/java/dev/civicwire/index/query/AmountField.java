package dev.civicwire.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field of money.
public enum AmountField {
  /// Annual pay.
  PAY("salary", "pay", "wage"),
  /// Public money: budgets, funding, contracts, savings, costs.
  BUDGET("budget", "money", "contract", "funding");

  private final List<String> names;

  AmountField(String... names) {
    this.names = List.of(names);
  }

  /// The name it is shown under.
  public String parameter() {
    return names.getFirst();
  }

  static Optional<AmountField> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.names.contains(lower)).findFirst();
  }
}

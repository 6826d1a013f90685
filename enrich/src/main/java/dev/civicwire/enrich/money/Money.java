package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.Salary;
import java.util.List;

/// All amounts of an article by kind, each value once.
///
/// @param salaries pay for public posts
/// @param budgets public money
/// @param otherMoney every other amount
public record Money(List<Salary> salaries, List<Budget> budgets, List<OtherMoney> otherMoney) {
  public Money {
    salaries = List.copyOf(salaries);
    budgets = List.copyOf(budgets);
    otherMoney = List.copyOf(otherMoney);
  }
}

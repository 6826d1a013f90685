package dev.civicwire.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Public money with its owner and purpose.
///
/// @param organisation whose money
/// @param programme what it is for
/// @param amount the amount, the upper bound of a range
/// @param currency ISO 4217 code
/// @param period as in [Budget#period()]
/// @param kind what the money is
/// @param sentence the sentence that says so
/// @param confidence probability that the record is right, 0 to 1
/// @param evidence the place in the text behind each field
public record MoneyRow(
    Optional<String> organisation,
    Optional<String> programme,
    BigDecimal amount,
    String currency,
    String period,
    Budget.Kind kind,
    Mention sentence,
    double confidence,
    List<FieldEvidence> evidence) {
  public MoneyRow {
    evidence = Lists.copy((@Nullable List<FieldEvidence>) evidence);
  }
}

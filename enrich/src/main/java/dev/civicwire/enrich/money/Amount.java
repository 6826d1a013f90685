package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;

/// One amount: a number with its currency and magnitude.
///
/// @param start offset of the currency sign or first digit
/// @param end offset after the last character
/// @param numeral the number as it stands
/// @param magnitude 1, a thousand, a million, …
/// @param currency ISO 4217 code, `$`, or the empty string where none stands there
record Amount(int start, int end, Numeral numeral, BigDecimal magnitude, String currency) {
  BigDecimal value() {
    return numeral.value().multiply(magnitude);
  }

  boolean scaled() {
    return magnitude.compareTo(BigDecimal.ONE) != 0;
  }

  Amount withNumeral(Numeral other) {
    return new Amount(start, Math.max(end, other.end()), other, magnitude, currency);
  }

  Amount withMagnitude(BigDecimal other) {
    return new Amount(start, end, numeral, other, currency);
  }

  Amount withCurrency(String other) {
    return new Amount(start, end, numeral, magnitude, other);
  }
}

package dev.civicwire.enrich.eval;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the amounts that labels write as text.
final class Amounts {
  private static final Pattern AMOUNT =
      Pattern.compile("(\\d[\\d.,]*)\\s*(k|m|bn|b|million|billion|trillion)?");

  private Amounts() {}

  static Optional<Double> of(String text) {
    Matcher matcher = AMOUNT.matcher(text.replace("£", "").toLowerCase(Locale.ROOT));
    if (!matcher.find()) {
      return Optional.empty();
    }
    String digits = matcher.group(1).replace(",", "");
    while (digits.endsWith(".")) {
      digits = digits.substring(0, digits.length() - 1);
    }
    String magnitude = matcher.group(2);
    double factor =
        switch (magnitude == null ? "" : magnitude) {
          case "k" -> 1e3;
          case "m", "million" -> 1e6;
          case "b", "bn", "billion" -> 1e9;
          case "trillion" -> 1e12;
          default -> 1;
        };
    boolean plain = digits.indexOf('.') == digits.lastIndexOf('.');
    return plain ? Optional.of(Double.parseDouble(digits) * factor) : Optional.empty();
  }
}

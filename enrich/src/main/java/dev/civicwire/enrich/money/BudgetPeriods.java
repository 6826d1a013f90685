package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.Optional;
import java.util.Set;

/// The length of time over which public money runs: `annual`, `5-year`, `18-month`, `total`.
final class BudgetPeriods {
  private static final int REACH = 10;
  private static final Set<String> YEARLY =
      Set.of(
          "annual",
          "annually",
          "yearly",
          "deficit",
          "revenue",
          "turnover",
          "turn-over",
          "operating");
  private static final Set<String> LINKS = Set.of("over", "for", "in", "lasts", "within", "across");

  private final Words words;

  BudgetPeriods(Words words) {
    this.words = words;
  }

  String of(MoneyMention mention) {
    return switch (mention.unit().orElse("")) {
      case "year" -> "annual";
      case "month" -> "monthly";
      case "week" -> "weekly";
      case "day" -> "daily";
      default -> around(words.at(mention.coreStart()), words.at(mention.coreEnd()));
    };
  }

  private String around(int first, int last) {
    if (first >= words.size()) {
      return "total";
    }
    int sentence = words.sentence(first);
    int from = Math.max(words.firstOf(sentence), first - REACH);
    int to = Math.min(words.endOf(sentence), last + REACH);
    for (int i = from; i < to; i++) {
      Optional<String> length = lengthAt(i);
      if (length.isPresent()) {
        return length.get();
      }
    }
    for (int i = Math.max(from, first - 5); i < Math.min(to, last + 5); i++) {
      boolean each = words.word(i).equals("each") && words.word(i + 1).equals("year");
      boolean financial = words.word(i).contains("/") && words.word(i).startsWith("20");
      if (YEARLY.contains(words.word(i)) || each || financial) {
        return "annual";
      }
    }
    return "total";
  }

  /// "five-year", "over the next three years", "for seven years", "18-month".
  private Optional<String> lengthAt(int i) {
    String word = words.word(i);
    int hyphen = word.indexOf('-');
    if (hyphen > 0) {
      String unit = word.substring(hyphen + 1);
      if (unit.equals("year") || unit.equals("month")) {
        return number(word.substring(0, hyphen)).map(n -> n + "-" + unit);
      }
    }
    String unit = words.word(i + 1);
    boolean years = unit.equals("years");
    boolean months = unit.equals("months");
    if (!years && !months) {
      return Optional.empty();
    }
    boolean linked = false;
    for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
      linked |= LINKS.contains(words.word(k));
    }
    return linked ? number(word).map(n -> n + (years ? "-year" : "-month")) : Optional.empty();
  }

  private static Optional<Integer> number(String word) {
    boolean digits =
        !word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Integer.parseInt(word)) : Numeral.ofWord(word);
  }
}

package dev.civicwire.enrich.money;

import dev.civicwire.contract.Budget;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  /// Words around an amount in which its year is told.
  private static final int NEAR = 8;

  private static final Set<String> WHICH =
      Set.of("this", "last", "next", "the", "previous", "current", "same");
  private static final Set<String> SPANS = Set.of("in", "for", "during", "of");
  private static final Pattern FINANCIAL_YEAR =
      Pattern.compile("20\\d\\d[-/\u2013]\\d\\d(?:\\d\\d)?");

  private final Words words;

  BudgetPeriods(Words words) {
    this.words = words;
  }

  /// The length of `mention`, which is of the kind `kind`: a budget is a year's where no other is
  /// told.
  String of(MoneyMention mention, Budget.Kind kind) {
    return switch (mention.unit().orElse("")) {
      case "year" -> "annual";
      case "month" -> "monthly";
      case "week" -> "weekly";
      case "day" -> "daily";
      default -> around(words.at(mention.coreStart()), words.at(mention.coreEnd()), kind);
    };
  }

  private String around(int first, int last, Budget.Kind kind) {
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
    boolean year = isOfYear(Math.max(from, first - NEAR), Math.min(to, last + NEAR));
    boolean held = kind == Budget.Kind.BUDGET && hasBudget(Math.max(from, first - NEAR), last);
    return year || held ? "annual" : "total";
  }

  /// `this year`, `in 2025-26`, `in fiscal 2025`, `for the year`; but not `by 2025-26`.
  private boolean isOfYear(int from, int to) {
    for (int i = from; i < to; i++) {
      String word = words.word(i);
      boolean year =
          word.equals("year") || (word.equals("financial") && words.word(i + 1).equals("year"));
      String before = words.word(i - 1);
      boolean plain =
          before.equals("financial") || before.equals("fiscal") || before.equals("coming");
      String which = plain ? words.word(i - 2) : before;
      boolean fiscal = (word.equals("fiscal") || word.equals("fy")) && isYear(words.word(i + 1));
      boolean span = SPANS.contains(before) && isFinancialYear(i);
      if ((year && WHICH.contains(which)) || fiscal || span) {
        return true;
      }
    }
    return false;
  }

  /// `2025-26`, as one word or three.
  private boolean isFinancialYear(int i) {
    String mark = words.word(i + 1);
    boolean parted = isYear(words.word(i)) && (mark.equals("-") || mark.equals("/"));
    String span = parted ? words.word(i) + "-" + words.word(i + 2) : words.word(i);
    return FINANCIAL_YEAR.matcher(span).matches();
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && word.startsWith("20");
  }

  /// `a budget of`, `the budget for 2025 is`: the whole of it, before the amount.
  private boolean hasBudget(int from, int last) {
    for (int i = from; i < last; i++) {
      boolean whole = words.word(i).equals("budget") || words.word(i).equals("budgets");
      String next = words.word(i + 1);
      if (whole
          && (next.equals("of") || next.equals("is") || next.equals("was") || next.equals("for"))) {
        return true;
      }
    }
    return false;
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

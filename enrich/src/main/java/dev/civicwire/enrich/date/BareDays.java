package dev.civicwire.enrich.date;

import dev.civicwire.enrich.date.DateMention.Form;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.List;

/// Days without their month: "on the 22nd", "8th and 9th".
final class BareDays {
  private BareDays() {}

  /// True where the day number at word `i` is an ordinal behind a preposition, or behind another
  /// such day, and counts no noun.
  ///
  /// @param before the dates of the text so far
  static boolean isAt(Words words, int i, List<DateMention> before) {
    boolean apart = DayNumbers.isOrdinalEnd(words.word(i + 1));
    boolean ordinal = apart || !Numeral.isDigit(words.word(i).charAt(words.word(i).length() - 1));
    String link = words.word(i - 1).equals("the") ? words.word(i - 2) : words.word(i - 1);
    return ordinal
        && (isPreposition(link) || isSecond(words, i, link, before))
        && endsTime(words, apart ? i + 2 : i + 1);
  }

  private static boolean isSecond(Words words, int i, String link, List<DateMention> before) {
    return link.equals("and")
        && !before.isEmpty()
        && before.getLast().form() == Form.BARE_DAY
        && words.at(before.getLast().end() - 1) >= i - 3;
  }

  private static boolean isPreposition(String word) {
    return switch (word) {
      case "on", "by", "until", "till", "from", "before", "after" -> true;
      default -> false;
    };
  }

  /// True where no noun stands at `i` to which a number before it could belong, be it behind
  /// further numbers: "the 1st, 2nd and 3rd floors".
  private static boolean endsTime(Words words, int i) {
    return switch (words.word(i)) {
      case ",", "and", "or" -> DayNumbers.of(words.word(i + 1)) == 0 || endsTime(words, i + 2);
      case "", ".", ";", ":", ")", "at", "with", "but", "when", "while", "to" -> true;
      case "of" -> words.word(i + 1).equals("that") && words.word(i + 2).equals("month");
      default -> false;
    };
  }
}

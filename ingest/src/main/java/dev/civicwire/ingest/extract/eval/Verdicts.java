package dev.civicwire.ingest.extract.eval;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether metadata is right: titles by their letters and digits, dates by their day as written or
/// in UTC, authors as a set of names.
final class Verdicts {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:by|von|par|por|di|da|door|av|af|autor|author|text|words by|written by|reported by)"
              + "\\b[:\\s]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*(?:[,;|/\u2022\u00b7\u3001\uff0c\\n&]|\\b(?:and|und|et|y|e|och|og|en|ve)\\b)\\s*",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");

  private Verdicts() {}

  static boolean sameTitle(String gold, String given) {
    String wanted = letters(gold);
    return !wanted.isEmpty() && wanted.equals(letters(given));
  }

  static boolean sameAuthors(List<String> gold, List<String> given) {
    return !given.isEmpty() && names(gold).equals(names(given));
  }

  static boolean sameDay(String gold, String given) {
    Set<LocalDate> days = days(gold);
    days.retainAll(days(given));
    return !days.isEmpty();
  }

  private static String letters(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return String.join(" ", BodyScore.words(plain));
  }

  private static Set<String> names(List<String> authors) {
    Set<String> names = new HashSet<>();
    for (String author : authors) {
      for (String part : SPLIT.split(LEAD.matcher(author.strip()).replaceFirst(""))) {
        String name = letters(LEAD.matcher(part).replaceFirst(""));
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Set<LocalDate> days(String date) {
    Set<LocalDate> days = new HashSet<>();
    String iso = date.strip().replace(' ', 'T');
    try {
      if (DAY.matcher(iso).matches()) {
        days.add(LocalDate.parse(iso.substring(0, 10)));
      }
      if (iso.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*[+-]\\d\\d:?\\d\\d")) {
        String zone = iso.charAt(iso.length() - 3) == ':' ? iso : withColon(iso);
        days.add(OffsetDateTime.parse(zone).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
      } else if (iso.length() > 16 && iso.matches("[-\\d]+T[:\\d]+")) {
        days.add(LocalDateTime.parse(iso).toLocalDate());
      }
    } catch (DateTimeException e) {
      return days;
    }
    return days;
  }

  private static String withColon(String iso) {
    int at = iso.length() - 2;
    return iso.substring(0, at) + ":" + iso.substring(at);
  }
}

package dev.civicwire.enrich.gazetteer;

import java.util.Locale;
import java.util.SequencedCollection;
import java.util.Set;

/// Whether words are written as a name: `Scottish government` and `CABINET OFFICE` are, `home
/// office` is not.
final class BodyCase {
  private static final Set<String> MAY_BE_LOWER =
      Set.of(
          "government",
          "council",
          "office",
          "police",
          "university",
          "hospital",
          "trust",
          "board",
          "authority",
          "union",
          "executive",
          "assembly",
          "parliament",
          "committee",
          "department",
          "party",
          "club",
          "group",
          "company",
          "foundation",
          "association",
          "regulator");

  private BodyCase() {}

  static boolean fits(Words words, int first, int last, SequencedCollection<BodyName> names) {
    if (last == first + 1) {
      String surface = words.surface(first);
      return names.stream()
          .anyMatch(n -> n.form().equals(surface) || isUpperForm(n.form(), surface));
    }
    int lowered = 0;
    for (int i = first; i < last; i++) {
      if (!words.capital(i) && words.shape(i) == Shape.LOWER && wasCapital(names, i - first)) {
        if (i == first || !MAY_BE_LOWER.contains(words.key(i))) {
          return false;
        }
        lowered++;
      }
    }
    return lowered <= 1;
  }

  private static boolean isUpperForm(String form, String surface) {
    return surface.length() > 4 && surface.equals(form.toUpperCase(Locale.ROOT));
  }

  private static boolean wasCapital(SequencedCollection<BodyName> names, int index) {
    return names.getFirst().capitals().get(index);
  }
}

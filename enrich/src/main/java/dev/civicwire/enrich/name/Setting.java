package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Body;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When and where an article plays, which decides between bodies of one name.
///
/// @param year of publication
/// @param country ISO 3166 code, `gb` where nothing speaks for another
record Setting(int year, String country) {
  private static final int ENOUGH = 2;
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("ireland", "ie"),
          Map.entry("irish", "ie"),
          Map.entry("dublin", "ie"),
          Map.entry("taoiseach", "ie"),
          Map.entry("federal", "us"),
          Map.entry("congress", "us"),
          Map.entry("u.s", "us"),
          Map.entry("us", "us"),
          Map.entry("usajobs", "us"),
          Map.entry("washington", "us"),
          Map.entry("pentagon", "us"),
          Map.entry("americans", "us"),
          Map.entry("gov", "us"),
          Map.entry("australia", "au"),
          Map.entry("australian", "au"),
          Map.entry("canberra", "au"),
          Map.entry("commonwealth", "au"),
          Map.entry("canada", "ca"),
          Map.entry("canadian", "ca"),
          Map.entry("ottawa", "ca"),
          Map.entry("zealand", "nz"),
          Map.entry("wellington", "nz"),
          Map.entry("uk", "gb"),
          Map.entry("britain", "gb"),
          Map.entry("british", "gb"),
          Map.entry("whitehall", "gb"),
          Map.entry("england", "gb"),
          Map.entry("london", "gb"),
          Map.entry("scotland", "gb"),
          Map.entry("wales", "gb"));

  static Setting of(Words words, int year) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String country =
          words.capital(i) || words.key(i).equals("federal") ? SIGNS.get(words.key(i)) : null;
      if (country != null && !(country.equals("ie") && words.key(i - 1).equals("northern"))) {
        counts.merge(country, 1, Integer::sum);
      }
    }
    return new Setting(
        year,
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= ENOUGH)
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("gb"));
  }

  /// Of bodies with one name the one of this country that existed, of those the one with an
  /// identifier.
  Body choose(List<Body> bodies) {
    return bodies.stream()
        .max(
            Comparator.comparing((Body b) -> b.country().equals(country))
                .thenComparing(b -> b.existedIn(year))
                .thenComparing(b -> b.until().isEmpty())
                .thenComparing(b -> b.identifier().isPresent()))
        .orElseThrow();
  }
}

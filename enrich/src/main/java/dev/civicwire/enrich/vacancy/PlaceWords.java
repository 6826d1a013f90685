package dev.civicwire.enrich.vacancy;

import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Region;
import dev.civicwire.enrich.text.Rows;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the words of an advert's place line are: towns and areas by the gazetteer, the others by
/// `place-words.tsv`. Immutable and safe for threads.
final class PlaceWords {
  private static final int COLUMNS = 2;

  /// Buildings that the gazetteer has among its towns.
  private static final Set<String> HOUSES = Set.of("house", "hall", "building", "court", "tower");

  private final PlaceGazetteer gazetteer = PlaceGazetteer.load();
  private final Map<Word, Set<String>> words = new EnumMap<>(Word.class);
  private final Set<String> countries = new HashSet<>();

  private PlaceWords() {}

  /// What a word is.
  enum Word {
    BUILDING,
    TAIL,
    NONE,
    COUNTRY
  }

  /// What a part of a place line is, the finest first.
  enum Sort {
    TOWN,
    UNKNOWN,
    AREA,
    ADDRESS,
    NONE
  }

  static PlaceWords load() {
    PlaceWords all = new PlaceWords();
    for (String[] row : Rows.of(PlaceWords.class, "place-words.tsv", COLUMNS)) {
      Word word = Word.valueOf(row[0]);
      if (word == Word.COUNTRY) {
        all.countries.addAll(List.of(row[1].split(" / ")));
      } else {
        all.words.put(word, Set.of(row[1].split(" ")));
      }
    }
    return all;
  }

  boolean isTail(String word) {
    return is(Word.TAIL, word);
  }

  private boolean is(Word sort, String word) {
    return words.getOrDefault(sort, Set.of()).contains(word.toLowerCase(Locale.ROOT));
  }

  /// True for a name that a list has as a town or an area.
  boolean knows(String name) {
    return region(name).isPresent();
  }

  /// What the name `part` is, to which no mark belongs.
  Sort sort(String written) {
    String part = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
    List<String> all = List.of(part.split(" +"));
    String lower = part.toLowerCase(Locale.ROOT);
    if (countries.contains(lower) || all.stream().anyMatch(w -> is(Word.NONE, w))) {
      return countries.contains(lower) ? Sort.AREA : Sort.NONE;
    }
    if (part.chars().anyMatch(Character::isDigit)) {
      return Sort.ADDRESS;
    }
    if (all.size() > 1 && HOUSES.contains(all.getLast().toLowerCase(Locale.ROOT))) {
      return Sort.ADDRESS;
    }
    Optional<Region> region = region(part);
    if (region.isPresent()) {
      return isArea(region.get()) ? Sort.AREA : Sort.TOWN;
    }
    boolean state = part.length() == 2 && part.equals(part.toUpperCase(Locale.ROOT));
    if (state || is(Word.TAIL, part)) {
      return Sort.AREA;
    }
    boolean county = lower.startsWith("co. ") || lower.startsWith("co ") || lower.endsWith("shire");
    boolean capital = Character.isUpperCase(part.charAt(0)) && !lower.startsWith("the ");
    if (county || lower.endsWith(" county") || lower.startsWith("county ")) {
      return Sort.AREA;
    }
    return !capital || all.stream().anyMatch(w -> is(Word.BUILDING, w))
        ? Sort.ADDRESS
        : Sort.UNKNOWN;
  }

  private static boolean isArea(Region region) {
    return switch (region.kind()) {
      case "county", "state" -> true;
      case "region" -> !region.name().equals("London");
      default -> false;
    };
  }

  private Optional<Region> region(String name) {
    return gazetteer.of(name).or(() -> gazetteer.of(capitalised(name)));
  }

  /// `Llandudno Junction` of `LLANDUDNO JUNCTION`.
  private static String capitalised(String name) {
    StringBuilder written = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < written.length(); i++) {
      if (i == 0 || " -'".indexOf(written.charAt(i - 1)) >= 0) {
        written.setCharAt(i, Character.toUpperCase(written.charAt(i)));
      }
    }
    return written.toString();
  }
}

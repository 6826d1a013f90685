package dev.civicwire.enrich.gazetteer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The places that are known by name: areas of local authorities, regions, counties, towns,
/// cities of the world, states and provinces. Immutable.
public final class PlaceGazetteer {
  private final Trie<Region> names = new Trie<>();
  private final Map<String, Region> known = new HashMap<>();
  private final Set<String> ambiguous;

  private PlaceGazetteer() {
    ambiguous = Table.words(PlaceGazetteer.class, "ambiguous-places.txt");
    for (List<String> row : Table.rows(PlaceGazetteer.class, "places.tsv", 3)) {
      add(row.get(0), row.get(1), row.get(2));
    }
    for (List<String> row : Table.rows(PlaceGazetteer.class, "councils.tsv", 7)) {
      boolean area = !row.get(3).equals("COMB") && row.get(6).isEmpty();
      String name = row.get(2);
      if (area && !name.contains("Council")) {
        add(name, "council", row.get(0));
      }
    }
  }

  /// Reads the lists.
  public static PlaceGazetteer load() {
    return new PlaceGazetteer();
  }

  /// The longest name of a place that starts at word `first`.
  public Optional<Trie.Match<Region>> longest(Words words, int first) {
    return words.capital(first)
        ? names.longest(words, first, (last, found) -> capitals(words, first, last))
        : Optional.empty();
  }

  /// True where `name` is a place on the list.
  public boolean knows(String name) {
    return known.containsKey(name);
  }

  /// The place called `name` on the list.
  public Optional<Region> of(String name) {
    return Optional.ofNullable(known.get(name));
  }

  /// True for a name that as often means something else, so that it needs a context.
  public boolean ambiguous(String name) {
    return ambiguous.contains(name);
  }

  private void add(String name, String kind, String gss) {
    Optional<String> id = gss.isEmpty() ? Optional.empty() : Optional.of("gss:" + gss);
    Region before = known.get(name);
    if (before == null || (before.identifier().isEmpty() && id.isPresent())) {
      String sort = before == null ? kind : before.kind();
      Region region = new Region(name, sort, id);
      known.put(name, region);
      if (before == null) {
        names.put(name, region);
      }
    }
  }

  private static boolean capitals(Words words, int first, int last) {
    return (words.capital(first) && words.capital(last - 1)) || words.key(last - 1).equals(".");
  }
}

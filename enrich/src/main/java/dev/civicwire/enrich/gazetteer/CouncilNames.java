package dev.civicwire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;

/// Names that the press gives to a council.
final class CouncilNames {
  private static final List<String> SORTS =
      List.of(" City Council", " County Council", " Borough Council", " District Council");

  private CouncilNames() {}

  /// @param official such as `London Borough of Sutton`
  /// @param shortName such as `Sutton`
  /// @param type code of mySociety's list: `LBO` London borough, `COMB` combined authority, …
  static List<String> of(String official, String shortName, String type) {
    List<String> names = new ArrayList<>();
    if (type.equals("COMB") || type.equals("SRA")) {
      names.add(official.replace("Mayoral ", ""));
      names.add(official.replace("Combined County Authority", "Combined Authority"));
      names.add(shortName + " Combined Authority");
      return names;
    }
    String bare = shortName.replace(" City", "").replace(" Council", "");
    names.add(bare + " Council");
    switch (type) {
      case "LBO" -> {
        names.add("London Borough of " + bare);
        names.add(bare + " Borough Council");
        names.add(bare + " London Borough Council");
        names.add("Royal Borough of " + bare);
      }
      case "CTY" -> names.add(bare + " County Council");
      case "SCO" -> names.add(bare + " City Council");
      default -> SORTS.stream().filter(official::endsWith).forEach(sort -> names.add(bare + sort));
    }
    if (official.endsWith(" City Council")) {
      names.add("City of " + bare + " Council");
    }
    if (official.endsWith("Metropolitan Borough Council")) {
      names.add(bare + " Metropolitan Borough Council");
      names.add(bare + " MBC");
      names.add(bare + " Borough Council");
    }
    return names;
  }
}

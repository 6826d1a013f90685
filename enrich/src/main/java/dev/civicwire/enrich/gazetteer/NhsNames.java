package dev.civicwire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;

/// Names that the press gives to an NHS body.
final class NhsNames {
  private NhsNames() {}

  static List<String> of(String official) {
    List<String> names = new ArrayList<>();
    if (official.contains(" NHS Foundation Trust")) {
      names.add(official.replace(" NHS Foundation Trust", " Foundation Trust"));
      names.add(official.replace(" NHS Foundation Trust", " NHS Trust"));
      names.add(official.replace(" NHS Foundation Trust", " NHS FT"));
    } else if (official.endsWith(" NHS Trust")) {
      names.add(official.replace(" NHS Trust", " Trust"));
    }
    if (official.contains("Integrated Care Board")) {
      names.add(official.replace("Integrated Care Board", "ICB"));
      names.add(official.replace("NHS ", ""));
      names.add(official.replace("NHS ", "").replace("Integrated Care Board", "ICB"));
    }
    return names;
  }
}

package dev.civicwire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names that the press gives to an NHS body.
final class NhsNames {
  private static final Pattern TRUST = Pattern.compile(" NHS (?:Foundation )?Trust$");

  /// What says of a short form that it is no mere place: `Mersey Care`, `Oxford University
  /// Hospitals`.
  private static final Pattern TELLING =
      Pattern.compile(" (?:Hospitals?|Health|Healthcare|Care|Partnership|Infirmary)$");

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
    String core = TRUST.matcher(official).replaceFirst("");
    if (core.length() < official.length()
        && (TELLING.matcher(core).find() || core.startsWith("University Hospitals "))) {
      names.add(core);
    }
    if (official.contains("Integrated Care Board")) {
      names.add(official.replace("Integrated Care Board", "ICB"));
      names.add(official.replace("NHS ", ""));
      names.add(official.replace("NHS ", "").replace("Integrated Care Board", "ICB"));
    }
    return names;
  }
}

package dev.civicwire.index.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What hits can be narrowed by. The parameter names of the API are the lower-case names.
public enum FacetField {
  ORGANISATION("Organisation"),
  ROLE("Role"),
  TOPIC("Topic"),
  SOURCE("Source"),
  MONTH("Month");

  private final String label;

  FacetField(String label) {
    this.label = label;
  }

  /// Heading on the page.
  public String label() {
    return label;
  }

  /// Name in URLs and JSON.
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The facet of a parameter name.
  public static Optional<FacetField> ofParameter(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter().equals(parameter)).findFirst();
  }
}

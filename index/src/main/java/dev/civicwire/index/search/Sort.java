package dev.civicwire.index.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Order of hits. What has no value for the order comes last.
public enum Sort {
  /// Best match first; newest first where there is no text to match.
  RELEVANCE("Best match"),
  /// Last published first.
  NEWEST("Newest"),
  /// Next deadline first, past deadlines last.
  DEADLINE("Closing soon"),
  /// Best paid first, by annual pay in the query's currency.
  PAY("Highest pay");

  private final String label;

  Sort(String label) {
    this.label = label;
  }

  /// Label on the page.
  public String label() {
    return label;
  }

  /// Name in URLs and JSON.
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The sort of a parameter name.
  public static Optional<Sort> ofParameter(String parameter) {
    return Arrays.stream(values()).filter(s -> s.parameter().equals(parameter)).findFirst();
  }
}

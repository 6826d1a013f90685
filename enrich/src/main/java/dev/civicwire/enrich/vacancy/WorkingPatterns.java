package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.JobPosting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The working patterns of a vacancy whose page gives its own.
///
/// @param all the page's, and those of the text that do not deny them
/// @param differ whether the text has one that the page denies
record WorkingPatterns(List<String> all, boolean differ) {
  private static final List<Set<String>> APART =
      List.of(
          Set.of("full-time", "part-time"),
          Set.of("permanent", "fixed-term"),
          Set.of("permanent", "temporary"));

  /// Other words of schema.org's `employmentType` and of those who fill it in.
  private static final Map<String, String> OTHERS =
      Map.of("contract", "fixed-term", "telecommute", "remote", "full", "full-time");

  static WorkingPatterns of(JobPosting posting, List<String> prose) {
    List<String> page =
        Stream.concat(
                posting.employmentType().stream(),
                posting.locations().stream().filter(WorkingPatterns::isRemote))
            .flatMap(type -> pattern(type).stream())
            .distinct()
            .toList();
    Set<String> all = new LinkedHashSet<>(page);
    prose.stream().filter(p -> !denied(p, page, prose)).forEach(all::add);
    boolean differ = prose.stream().anyMatch(p -> denied(p, page, prose));
    return all.containsAll(prose) && prose.containsAll(all)
        ? new WorkingPatterns(prose, false)
        : new WorkingPatterns(List.copyOf(all), differ);
  }

  /// True of `TELECOMMUTE`, which stands for a place in schema.org's data.
  static boolean isRemote(String location) {
    return pattern(location).filter("remote"::equals).isPresent();
  }

  /// True where the page says the contrary of `pattern` and the text says nothing else.
  private static boolean denied(String pattern, List<String> page, List<String> prose) {
    return APART.stream()
        .filter(pair -> pair.contains(pattern))
        .anyMatch(
            pair ->
                pair.stream()
                    .filter(other -> !other.equals(pattern))
                    .anyMatch(
                        o -> page.contains(o) && !page.contains(pattern) && !prose.contains(o)));
  }

  private static Optional<String> pattern(String type) {
    String label = type.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    @Nullable String other = OTHERS.get(label);
    String meant = other == null ? label : other;
    return Arrays.stream(Field.values())
        .filter(Field::isPattern)
        .map(Field::label)
        .filter(meant::equals)
        .findFirst();
  }
}

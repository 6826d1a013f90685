package dev.civicwire.ingest.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which parts of a query say something about the page.
final class QueryRules {
  private static final Set<String> EXACT;
  private static final List<String> PREFIXES;
  private static final Set<String> VARIANTS =
      Set.copyOf(ResourceLines.of("variant-parameters.txt"));

  static {
    List<String> lines = ResourceLines.of("tracking-parameters.txt");
    EXACT = lines.stream().filter(l -> !l.endsWith("*")).collect(Collectors.toUnmodifiableSet());
    PREFIXES =
        lines.stream()
            .filter(l -> l.endsWith("*"))
            .map(l -> l.substring(0, l.length() - 1))
            .toList();
  }

  private QueryRules() {}

  /// The query without what only tells where the reader came from; empty where nothing is left.
  static String withoutTracking(String query) {
    return String.join("&", kept(query, part -> !isTracking(part)));
  }

  /// The query by which pages are told apart: other renderings left out, the rest in a fixed order.
  static String identity(String query) {
    List<String> parts =
        kept(query, part -> !isTracking(part) && !isVariant(part) && !part.startsWith("="));
    parts.replaceAll(QueryRules::plain);
    parts.sort(null);
    return String.join("&", parts);
  }

  private static List<String> kept(String query, Predicate<String> keep) {
    List<String> parts = new ArrayList<>();
    for (String part : query.split("&")) {
      if (!part.isEmpty() && keep.test(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean isTracking(String part) {
    int equals = part.indexOf('=');
    String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
    return EXACT.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }

  /// An empty value is none, and characters that some write as escapes are escaped.
  private static String plain(String part) {
    String valued = part.endsWith("=") ? part.substring(0, part.length() - 1) : part;
    return valued
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("^", "%5E")
        .replace("`", "%60")
        .replace("|", "%7C");
  }

  private static boolean isVariant(String part) {
    return VARIANTS.contains(part.toLowerCase(Locale.ROOT));
  }
}

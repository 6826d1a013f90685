package dev.civicwire.enrich.explain;

import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one tagger finds in an article that another does not: values and records by what they say,
/// whatever their places and confidences.
public final class TaggingDiff {
  private final TaggedArticle before;
  private final TaggedArticle after;

  private TaggingDiff(TaggedArticle before, TaggedArticle after) {
    this.before = before;
    this.after = after;
  }

  /// One thing that only one of the two says.
  ///
  /// @param field of the tagged article, such as `salaries`
  /// @param text what it says
  /// @param added true where only the later one says so
  public record Change(String field, String text, boolean added) {
    /// As a line: `+ salaries: 45000 GBP a year`.
    public String line() {
      return (added ? "+ " : "- ") + field + ": " + text;
    }
  }

  /// The changes from `before` to `after`, by field; what is gone before what is new.
  public static List<Change> of(TaggedArticle before, TaggedArticle after) {
    return new TaggingDiff(before, after).changes();
  }

  private List<Change> changes() {
    Map<String, Set<String>> old = said(before);
    Map<String, Set<String>> now = said(after);
    Set<String> fields = new TreeSet<>(old.keySet());
    fields.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      Set<String> was = old.getOrDefault(field, Set.of());
      Set<String> is = now.getOrDefault(field, Set.of());
      was.stream().filter(t -> !is.contains(t)).forEach(t -> add(changes, field, t, false));
      is.stream().filter(t -> !was.contains(t)).forEach(t -> add(changes, field, t, true));
    }
    return List.copyOf(changes);
  }

  private static void add(List<Change> changes, String field, String text, boolean added) {
    changes.add(new Change(field, text, added));
  }

  private static Map<String, Set<String>> said(TaggedArticle article) {
    Map<String, Set<String>> said = new TreeMap<>();
    article.values().map((Value v) -> ValueText.of(v)).forEach(t -> put(said, t.type(), t.text()));
    put(said, "vacancies", article.vacancies().stream(), RecordLines::vacancy);
    put(said, "appointments", article.appointments().stream(), RecordLines::move);
    put(said, "departures", article.departures().stream(), RecordLines::move);
    put(said, "money", article.money().stream(), RecordLines::money);
    put(said, "topics", article.topics().stream(), TaggingDiff::named);
    put(said, "relevance", Stream.of(article.relevance()), TaggingDiff::named);
    put(said, "is_public_sector", Stream.of(article.isPublicSector()), String::valueOf);
    String brief =
        article.brief().stream().map(b -> b.surface()).collect(Collectors.joining(" | "));
    put(said, "brief", brief);
    return said;
  }

  private static <T> void put(
      Map<String, Set<String>> said, String field, Stream<T> items, Function<T, String> text) {
    items.map(text).forEach(t -> put(said, field, t));
  }

  private static void put(Map<String, Set<String>> said, String field, String text) {
    said.computeIfAbsent(field, f -> new TreeSet<>()).add(text);
  }

  private static String named(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

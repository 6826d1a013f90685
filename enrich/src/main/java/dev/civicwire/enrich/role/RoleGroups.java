package dev.civicwire.enrich.role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Joins the mentions of one post: the same title, and short forms of a longer one.
final class RoleGroups {
  /// More titles than this are no article's; comparing each with each would take too long.
  private static final int MERGED_AT_MOST = 300;
  private static final List<String> FIELDS = List.of("of ", "for ", ",", "-", "and ", "(", "to ");

  private final RoleLexicon lexicon;
  private final Map<String, List<RoleMention>> groups = new LinkedHashMap<>();

  RoleGroups(RoleLexicon lexicon, List<RoleMention> mentions) {
    this.lexicon = lexicon;
    for (RoleMention mention : mentions) {
      groups.computeIfAbsent(RoleTitles.key(mention.title()), k -> new ArrayList<>()).add(mention);
    }
    List<String> byLength =
        groups.keySet().stream().sorted(Comparator.comparingInt(String::length)).toList();
    for (String shorter : byLength.size() > MERGED_AT_MOST ? List.<String>of() : byLength) {
      longer(shorter).ifPresent(key -> move(shorter, key));
    }
    List<RoleMention> bare = groups.getOrDefault("director", List.of());
    if (bare.stream().noneMatch(m -> m.body().isPresent())) {
      groups.remove("director");
    }
  }

  /// The groups, each of at least one mention.
  List<List<RoleMention>> all() {
    return List.copyOf(groups.values());
  }

  private Optional<String> longer(String shorter) {
    List<RoleMention> own = groups.get(shorter);
    if (own == null
        || (shorter.equals("director") && own.stream().anyMatch(m -> m.body().isPresent()))) {
      return Optional.empty();
    }
    return groups.keySet().stream()
        .filter(key -> key.length() > shorter.length() && covers(key, shorter))
        .filter(key -> !bothHeld(of(key), own))
        .filter(key -> !key.startsWith("government ") || known(of(key)) || !known(own))
        .findFirst();
  }

  private List<RoleMention> of(String key) {
    return groups.getOrDefault(key, List.of());
  }

  private void move(String shorter, String longer) {
    List<RoleMention> joined = new ArrayList<>(of(longer));
    joined.addAll(of(shorter));
    groups.put(longer, joined);
    groups.remove(shorter);
  }

  private static boolean known(List<RoleMention> mentions) {
    return mentions.stream().anyMatch(m -> m.body().isPresent() || m.person().isPresent());
  }

  private boolean covers(String longer, String shorter) {
    if (longer.startsWith(shorter + " ")) {
      if (of(shorter).stream().allMatch(m -> m.span().cut())) {
        return true;
      }
      return of(longer).stream().anyMatch(m -> continues(m.title(), of(shorter)));
    }
    if (!longer.endsWith(" " + shorter)) {
      return false;
    }
    String extra = longer.substring(0, longer.length() - shorter.length() - 1);
    for (String word : extra.split(" ")) {
      if (lexicon.grade(word)) {
        return false;
      }
    }
    return true;
  }

  /// True where what follows the shorter title is its field: `of X`, `for X`, `, X`, `and X`.
  private static boolean continues(String title, List<RoleMention> shorter) {
    return shorter.stream()
        .map(RoleMention::title)
        .filter(title::startsWith)
        .map(s -> title.substring(s.length()).strip())
        .anyMatch(rest -> FIELDS.stream().anyMatch(rest::startsWith));
  }

  /// Two posts of different holders, or of different bodies, are two posts.
  private static boolean bothHeld(List<RoleMention> a, List<RoleMention> b) {
    boolean apart =
        a.stream().anyMatch(m -> m.body().isPresent())
            && b.stream().anyMatch(m -> m.body().isPresent())
            && a.stream()
                .flatMapToInt(m -> m.body().stream())
                .noneMatch(
                    x ->
                        b.stream().anyMatch(m -> m.body().isPresent() && m.body().getAsInt() == x));
    return apart
        || (a.stream().anyMatch(m -> m.person().isPresent())
            && b.stream().anyMatch(m -> m.person().isPresent())
            && a.stream()
                .flatMapToInt(m -> m.person().stream())
                .noneMatch(
                    p ->
                        b.stream()
                            .anyMatch(m -> m.person().isPresent() && m.person().getAsInt() == p)));
  }
}

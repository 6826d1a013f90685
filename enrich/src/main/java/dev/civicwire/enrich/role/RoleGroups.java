package dev.civicwire.enrich.role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Joins the mentions of one post: the same title, and short forms of a longer one.
final class RoleGroups {
  private final RoleLexicon lexicon;
  private final Map<String, List<RoleMention>> groups = new LinkedHashMap<>();

  RoleGroups(RoleLexicon lexicon, List<RoleMention> mentions) {
    this.lexicon = lexicon;
    for (RoleMention mention : mentions) {
      groups.computeIfAbsent(RoleTitles.key(mention.title()), k -> new ArrayList<>()).add(mention);
    }
    List<String> byLength =
        groups.keySet().stream().sorted(Comparator.comparingInt(String::length)).toList();
    for (String shorter : byLength) {
      longer(shorter).ifPresent(key -> groups.get(key).addAll(groups.remove(shorter)));
    }
    groups.remove("director");
  }

  /// The groups, each of at least one mention.
  List<List<RoleMention>> all() {
    return List.copyOf(groups.values());
  }

  private Optional<String> longer(String shorter) {
    List<RoleMention> own = groups.get(shorter);
    if (own == null || shorter.equals("director") && own.stream().anyMatch(m -> m.body().isPresent())) {
      return Optional.empty();
    }
    return groups.keySet().stream()
        .filter(key -> key.length() > shorter.length() && covers(key, shorter))
        .filter(key -> !bothHeld(groups.get(key), own))
        .findFirst();
  }

  private boolean covers(String longer, String shorter) {
    if (longer.startsWith(shorter + " ")) {
      String rest = longer.substring(shorter.length() + 1);
      return rest.startsWith("of ") || rest.startsWith("for ") || shorter.indexOf(' ') > 0;
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

  /// Two posts of different holders are two posts.
  private static boolean bothHeld(List<RoleMention> a, List<RoleMention> b) {
    return a.stream().anyMatch(m -> m.person().isPresent())
        && b.stream().anyMatch(m -> m.person().isPresent())
        && a.stream().flatMapToInt(m -> m.person().stream()).noneMatch(
            p -> b.stream().anyMatch(m -> m.person().isPresent() && m.person().getAsInt() == p));
  }
}

package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.Optional;
import java.util.Set;

/// Posts that are named one after the other, `two engineers, a delivery manager and testers`: what
/// is said of the first of them as sought or lost is said of all.
final class RoleLists {
  /// Words between two posts of a list.
  private static final Set<String> BETWEEN =
      Set.of(
          ",",
          ";",
          "and",
          "or",
          "as",
          "well",
          "plus",
          "a",
          "an",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "some",
          "several",
          "more",
          "new",
          "another",
          "extra",
          "additional",
          "temporary",
          "permanent",
          "interim");

  /// Plurals that name no profession.
  private static final Set<String> VAGUE =
      Set.of(
          "managers",
          "officers",
          "workers",
          "assistants",
          "specialists",
          "advisers",
          "advisors",
          "leads",
          "owners",
          "secretaries",
          "directors",
          "heads",
          "chiefs",
          "agents",
          "fellows",
          "associates",
          "masters",
          "partners",
          "consultants",
          "principals");

  private static final int REACH = 6;

  /// Words of a post's field and "and a" behind it.
  private static final int MAX_FIELD = 14;

  private final Words words;

  RoleLists(Scene scene) {
    this.words = scene.words();
  }

  /// `before` where `span` goes on with its list and shares its fate.
  Optional<RoleMention> before(RoleMention before, RoleSpan span) {
    boolean moves = before.status() == Status.VACANCY || before.status() == Status.DEPARTING;
    RoleSpan first = before.span();
    int from = first.last();
    if (!moves
        || before.person().isPresent()
        || first.sort() == Sort.TITLE_LINE
        || !words.sameSentence(first.head(), span.head())
        || isVague(span)) {
      return Optional.empty();
    }
    if (takesUp(first, span)) {
      return Optional.of(before);
    }
    boolean near = from < span.first() && span.first() - from <= REACH;
    if (!near) {
      return Optional.empty();
    }
    boolean linked = false;
    for (int i = from; i < span.first(); i++) {
      String key = words.key(i);
      if (!BETWEEN.contains(key) && words.shape(i) != Shape.NUMBER) {
        return Optional.empty();
      }
      linked |=
          key.equals(",")
              || key.equals(";")
              || key.equals("and")
              || key.equals("or")
              || key.equals("plus");
    }
    return linked && indefinite(first) == indefinite(span) ? Optional.of(before) : Optional.empty();
  }

  /// `a director for X and a manager of Y`: the second article takes up the list behind the first
  /// post's field.
  private boolean takesUp(RoleSpan first, RoleSpan span) {
    int gap = span.first() - first.last();
    return gap > 2
        && gap <= MAX_FIELD
        && isAny(span.first() - 1)
        && words.key(span.first() - 2).equals("and")
        && (isAny(first.first() - 1) || words.key(first.first() - 1).equals("("));
  }

  private boolean isAny(int i) {
    return words.key(i).equals("a") || words.key(i).equals("an");
  }

  private boolean isVague(RoleSpan span) {
    boolean bare = span.last() - span.first() == 1;
    return bare && (!span.plural() || VAGUE.contains(words.key(span.head())));
  }

  /// Several of them, or any one of them, but not the one that is there.
  private boolean indefinite(RoleSpan span) {
    String article = words.key(span.first() - 1);
    return span.plural()
        || !(article.equals("the") || article.equals("its") || article.equals("'s"));
  }
}

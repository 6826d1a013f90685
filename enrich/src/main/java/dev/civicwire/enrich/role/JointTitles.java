package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// One post of two titles: `a chief technology officer and digital director`, `director general
/// CDIO`. A second title with a word of its own before it, or of one who holds both, is another
/// post.
final class JointTitles {
  private static final Set<String> ONE = Set.of("a", "an", "of", "as", "another", ":");

  private final Words words;

  JointTitles(Words words) {
    this.words = words;
  }

  List<RoleSpan> join(List<RoleSpan> spans) {
    List<RoleSpan> joined = new ArrayList<>();
    for (RoleSpan span : spans) {
      if (!joined.isEmpty() && together(joined.getLast(), span)) {
        RoleSpan before = joined.removeLast();
        joined.add(
            new RoleSpan(
                before.first(),
                span.last(),
                span.head(),
                before.sort(),
                false,
                either(before, span)));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static OptionalInt either(RoleSpan before, RoleSpan span) {
    return span.body().isPresent() ? span.body() : before.body();
  }

  private boolean together(RoleSpan before, RoleSpan span) {
    if (!words.sameSentence(before.head(), span.head()) || before.plural() || span.plural()) {
      return false;
    }
    if (span.first() == before.last()) {
      return before.sort() == Sort.DIRECTOR && words.key(before.last() - 1).equals("general");
    }
    boolean linked = span.first() == before.last() + 1 && words.key(before.last()).equals("and");
    boolean one =
        ONE.contains(words.key(before.first() - 1)) && !words.key(before.first() - 1).equals("of");
    boolean heading = words.startsLine(before.first()) && words.capital(span.first());
    return linked && (one || heading) && before.body().isEmpty();
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of several posts a pay or a date belongs to: the one named last before it, in its own
/// sentence or list item if there is one there, else the first one named behind it.
final class OwnPosts {
  /// Characters that a value in another sentence than the post seems further away.
  private static final int OTHER_SENTENCE = 60;

  /// Lines between the heading that names a post and its labelled lines.
  private static final int MAX_BELOW = 3;

  private final Findings findings;
  private final List<RoleValue> sought;

  /// @param sought at least one post
  OwnPosts(Findings findings, List<RoleValue> sought) {
    this.findings = findings;
    this.sought = sought;
  }

  /// The post of the value at `evidence`.
  RoleValue nearest(Evidence evidence) {
    return nearest(evidence.mention());
  }

  private RoleValue nearest(Mention value) {
    RoleValue best = sought.getFirst();
    int least = Integer.MAX_VALUE;
    for (RoleValue role : sought) {
      for (Mention mention : role.evidence().mentions()) {
        int distance = distance(mention, value);
        if (distance < least) {
          least = distance;
          best = role;
        }
      }
    }
    return best;
  }

  private int distance(Mention post, Mention value) {
    int apart =
        post.start() <= value.start()
            ? value.start() - post.end()
            : (post.start() - value.end()) * 2;
    boolean here = findings.sentence(post.start()) == findings.sentence(value.start());
    return Math.max(0, apart) + (here ? 0 : OTHER_SENTENCE);
  }

  /// The closing dates that are `role`'s own; all of them where it has none, or where there is but
  /// one post or one date, which is then that of all.
  List<Deadline> closings(RoleValue role, List<Deadline> all) {
    long dates = all.stream().map(Deadline::date).distinct().count();
    if (sought.size() < 2 || dates < 2) {
      return all;
    }
    List<Deadline> own = all.stream().filter(d -> isOf(role, d)).toList();
    return own.isEmpty() ? all : own;
  }

  private boolean isOf(RoleValue role, Deadline deadline) {
    return deadline.evidence().mentions().stream().anyMatch(m -> owner(m).equals(role));
  }

  /// The post named last before a date in its sentence, where the sentence names one before any
  /// date; else the nearest.
  private RoleValue owner(Mention date) {
    int sentence = findings.sentence(date.start());
    Optional<Mention> first =
        findings.dates().deadlines().stream()
            .flatMap(d -> d.evidence().mentions().stream())
            .filter(m -> findings.sentence(m.start()) == sentence)
            .min(Comparator.naturalOrder());
    RoleValue last = sought.getFirst();
    int at = -1;
    boolean leads = false;
    for (RoleValue role : sought) {
      for (Mention mention : role.evidence().mentions()) {
        boolean here = findings.sentence(mention.start()) == sentence;
        if (here && mention.start() < date.start() && mention.start() > at) {
          at = mention.start();
          last = role;
        }
        leads |= here && first.isPresent() && mention.start() < first.get().start();
      }
    }
    return leads ? last : nearest(date);
  }

  /// True where `role` heads a part of the article that has labelled lines of its own: one of
  /// several such parts.
  static boolean isHeading(Findings findings, RoleValue role) {
    Particulars given = findings.particulars();
    boolean several = given.of(Item.PAY).size() > 1 || given.of(Item.CLOSING).size() > 1;
    return several && role.evidence().mentions().stream().anyMatch(m -> heads(findings, m));
  }

  private static boolean heads(Findings findings, Mention mention) {
    List<Line> lines = findings.document().lines();
    int at = findings.document().lineIndexAt(mention.start());
    if (at < 0
        || lines.get(at).start() != mention.start()
        || lines.get(at).end() != mention.end()) {
      return false;
    }
    int from = mention.end();
    int to = lines.get(Math.min(lines.size() - 1, at + MAX_BELOW)).end();
    return Stream.of(Item.PAY, Item.CLOSING)
        .flatMap(item -> findings.particulars().of(item).stream())
        .anyMatch(span -> span.label() >= from && span.label() < to);
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Line;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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

  /// Where each post is named, by its first character.
  private final NavigableMap<Integer, Naming> namings = new TreeMap<>();

  /// Where a sentence, by its number, first names a day by which to act.
  private final Map<Integer, Integer> firstDates = new HashMap<>();

  private record Naming(RoleValue post, Mention mention) {}

  /// @param sought at least one post
  OwnPosts(Findings findings, List<RoleValue> sought) {
    this.findings = findings;
    this.sought = sought;
    for (RoleValue post : sought) {
      for (Mention mention : post.evidence().mentions()) {
        namings.putIfAbsent(mention.start(), new Naming(post, mention));
      }
    }
    for (Deadline deadline : findings.dates().deadlines()) {
      for (Mention date : deadline.evidence().mentions()) {
        firstDates.merge(findings.sentence(date.start()), date.start(), Math::min);
      }
    }
  }

  /// The post of the value at `evidence`.
  RoleValue nearest(Evidence evidence) {
    return nearest(evidence.mention());
  }

  /// Only the last naming before the value and the first behind it can be the nearest.
  private RoleValue nearest(Mention value) {
    return Stream.of(
            Optional.ofNullable(namings.floorEntry(value.start())),
            Optional.ofNullable(namings.higherEntry(value.start())))
        .flatMap(Optional::stream)
        .map(Map.Entry::getValue)
        .min(
            Comparator.<Naming>comparingInt(naming -> distance(naming.mention(), value))
                .thenComparingInt(naming -> sought.indexOf(naming.post())))
        .map(Naming::post)
        .orElseGet(sought::getFirst);
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
    int first = firstDates.getOrDefault(sentence, date.start());
    Optional<Naming> last = lastBefore(date.start(), sentence);
    return last.isPresent() && lastBefore(first, sentence).isPresent()
        ? last.get().post()
        : nearest(date);
  }

  /// The naming in `sentence` that starts last before `offset`.
  private Optional<Naming> lastBefore(int offset, int sentence) {
    return Optional.ofNullable(namings.lowerEntry(offset))
        .map(Map.Entry::getValue)
        .filter(naming -> findings.sentence(naming.mention().start()) == sentence);
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

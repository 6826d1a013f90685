package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.text.Words;
import java.util.Locale;
import java.util.Optional;

/// Finds the body that a post belongs to.
final class Employers {
  private static final double IN_SENTENCE = 2.5;
  private static final double IN_HEADLINE = 2.5;
  private static final double EARLY = 2.5;
  private static final double PER_MENTION = 0.6;
  private static final int MAX_MENTIONS = 5;

  private final Findings findings;
  private final String headline;

  Employers(Findings findings) {
    this.findings = findings;
    this.headline = findings.document().article().title().toLowerCase(Locale.ROOT);
  }

  /// The body of `role`: the one the role's own sentence ties it to, else the text's main public
  /// body.
  Optional<Organisation> of(RoleValue role) {
    Optional<Organisation> tied = role.organisation().flatMap(this::named);
    return tied.isPresent() ? tied : best(role);
  }

  private Optional<Organisation> named(String name) {
    return findings.names().organisations().stream().filter(o -> o.name().equals(name)).findFirst();
  }

  private Optional<Organisation> best(RoleValue role) {
    Optional<Organisation> best = Optional.empty();
    double most = 0;
    for (Organisation body : findings.names().organisations()) {
      double score = score(body, role);
      if (score > most) {
        most = score;
        best = Optional.of(body);
      }
    }
    return best;
  }

  private double score(Organisation body, RoleValue role) {
    double score =
        switch (body.kind()) {
          case PUBLIC -> 2;
          case COMPANY -> -4;
          case OTHER -> -2;
        };
    Words words = findings.document().words();
    int length = Math.max(1, words.size());
    int roleSentence = findings.sentence(role.evidence().start());
    boolean near = false;
    for (Mention mention : body.evidence().mentions()) {
      near |= findings.sentence(mention.start()) == roleSentence;
    }
    int first = body.evidence().mentions().stream().mapToInt(Mention::start).min().orElse(0);
    score += near ? IN_SENTENCE : 0;
    score += EARLY * (1 - words.at(first) / (double) length);
    score += PER_MENTION * Math.min(MAX_MENTIONS, body.evidence().mentions().size());
    boolean inHeadline =
        headline.contains(body.name().toLowerCase(Locale.ROOT))
            || body.acronym()
                .filter(a -> headline.contains(a.toLowerCase(Locale.ROOT)))
                .isPresent();
    return score + (inHeadline ? IN_HEADLINE : 0);
  }
}

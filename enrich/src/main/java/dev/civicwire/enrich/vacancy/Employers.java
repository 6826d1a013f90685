package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Finds the body that a post belongs to.
final class Employers {
  private static final double IN_SENTENCE = 2.5;
  private static final double IN_HEADLINE = 2.5;
  private static final double EARLY = 2.5;

  /// A body that "is looking for" somebody, or that somebody is to join.
  private static final double SEEKING = 2.5;

  /// A body named only as another's parent, or as the recruiter.
  private static final double ASIDE = 3;

  private static final double PER_MENTION = 0.6;
  private static final int MAX_MENTIONS = 5;

  /// A directorate or team is a part of the body that employs.
  private static final double UNIT = 2.5;

  private static final Set<String> UNITS =
      Set.of("directorate", "division", "group", "branch", "unit", "team", "section", "committee");

  private final Findings findings;
  private final List<Particulars.Span> labelled;
  private final BiPredicate<Field, Mention> tied;
  private final String headline;

  /// @param labelled where a label such as `Employer:` names the body
  /// @param tied whether a cue ties a mention to a field of the vacancy
  Employers(Findings findings, List<Particulars.Span> labelled, BiPredicate<Field, Mention> tied) {
    this.findings = findings;
    this.labelled = labelled;
    this.tied = tied;
    this.headline = findings.document().article().title().toLowerCase(Locale.ROOT);
  }

  /// The body of `role`: the one the role's own sentence ties it to, else the text's main public
  /// body.
  Optional<Organisation> of(RoleValue role) {
    Optional<Organisation> tied =
        labelled().or(() -> role.organisation().filter(name -> !isUnit(name)).flatMap(this::named));
    return tied.isPresent() ? tied : best(role);
  }

  /// The body behind a label such as `Employer:`.
  private Optional<Organisation> labelled() {
    for (Particulars.Span span : labelled) {
      for (Organisation body : findings.names().organisations()) {
        boolean there = body.evidence().mentions().stream().anyMatch(span::has);
        if (there && body.kind() == Organisation.Kind.PUBLIC) {
          return Optional.of(body);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUnit(String name) {
    return UNITS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
  }

  /// True for a name of a public body of the article.
  boolean isPublic(String name) {
    return named(name).filter(o -> o.kind() == Organisation.Kind.PUBLIC).isPresent();
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
    boolean seeks = false;
    boolean aside = true;
    for (Mention mention : body.evidence().mentions()) {
      near |= findings.sentence(mention.start()) == roleSentence;
      seeks |= tied.test(Field.EMPLOYER, mention);
      aside &= tied.test(Field.PARENT, mention) || tied.test(Field.RECRUITER, mention);
    }
    int first = body.evidence().mentions().stream().mapToInt(Mention::start).min().orElse(0);
    score += near ? IN_SENTENCE : 0;
    score += seeks ? SEEKING : 0;
    score -= aside ? ASIDE : 0;
    score -= isUnit(body.name()) ? UNIT : 0;
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

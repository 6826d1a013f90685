package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import dev.civicwire.enrich.text.Sentence;
import dev.civicwire.enrich.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Finds the body that a post belongs to.
final class Employers {
  private static final double IN_SENTENCE = 2.5;
  private static final double IN_HEADLINE = 2.5;
  private static final double EARLY = 2.5;

  /// A body that "is looking for" somebody, or that somebody is to join.
  private static final double SEEKING = 2.5;

  /// A body named only as another's parent, or as the recruiter.
  private static final double ASIDE = 3;

  /// The body whose own clause tells that it seeks the post.
  private static final double SUBJECT = 2;

  private static final double PER_MENTION = 0.6;
  private static final int MAX_MENTIONS = 5;

  /// A directorate or team is a part of the body that employs.
  private static final double UNIT = 2.5;

  /// Characters, and lines, at the head of a page.
  private static final int HEAD = 600;

  private static final int HEAD_LINES = 5;

  /// Lines in which a body's name is looked for by its first words.
  private static final int SEARCHED = 60;

  private static final List<String> OPENINGS =
      List.of(
          "department of ",
          "department for ",
          "ministry of ",
          "ministry for ",
          "city of ",
          "county of ",
          "university of ",
          "state of ",
          "office of ",
          "office for ",
          "town of ",
          "government of ",
          "city and county of ",
          "commonwealth of ");

  /// Of a grade or a pension; its trusts and boards employ.
  private static final String NHS = "National Health Service";

  private static final List<String> PARTS =
      List.of("department", "college", "school", "board", "office", "hospital", "client");

  private static final Set<String> UNITS =
      Set.of(
          "directorate",
          "division",
          "group",
          "branch",
          "unit",
          "team",
          "section",
          "committee",
          "hospital",
          "infirmary");

  private static final Set<String> WAYS = Set.of("to", "from", "for");
  private static final Set<String> WENT =
      Set.of(
          "went",
          "goes",
          "go",
          "gone",
          "going",
          "moved",
          "moves",
          "left",
          "leaves",
          "leaving",
          "came",
          "comes",
          "poached",
          "lured",
          "returned",
          "departed");

  private final Findings findings;
  private final List<Particulars.Span> labelled;
  private final List<Integer> seekers;
  private final BiPredicate<Field, Mention> tied;
  private final String headline;

  /// @param labelled where a label such as `Employer:` names the body
  /// @param seekers offsets of words that tell of somebody seeking
  /// @param tied whether a cue ties a mention to a field of the vacancy
  Employers(
      Findings findings,
      List<Particulars.Span> labelled,
      List<Integer> seekers,
      BiPredicate<Field, Mention> tied) {
    this.seekers = seekers;
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
    return tied.or(() -> best(role).map(this::stacked)).or(this::seeking).or(() -> headed(role));
  }

  /// The last of the bodies that head the page one below the other, the department first.
  private Organisation stacked(Organisation body) {
    if (!findings.profile().dollar().equals("USD")
        || findings.document().normal().indexOf('$') < 0) {
      return body;
    }
    String text = findings.document().text();
    Mention first = body.evidence().mentions().getFirst();
    for (Organisation other : findings.names().organisations()) {
      Mention below = other.evidence().mentions().getFirst();
      boolean next =
          other.kind() == Organisation.Kind.PUBLIC
              && below.start() > first.end()
              && !other.name().startsWith("Office")
              && below.end() <= Math.min(HEAD, text.length())
              && text.substring(first.end(), below.start()).isBlank();
      if (next) {
        return stacked(other);
      }
    }
    return body;
  }

  /// The subject of "wishes to appoint" in an advert in which no body is known.
  private Optional<Organisation> seeking() {
    Document document = findings.document();
    boolean advert = findings.isAdvert() || findings.isOffer();
    return seekers.stream()
        .filter(offset -> advert)
        .map(
            offset -> {
              int start = document.sentenceAt(offset).map(Sentence::start).orElse(offset);
              boolean article = document.normal().startsWith("The ", start);
              return WrittenBody.whole(document, article ? start + "The ".length() : start, offset);
            })
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// A name on a line of its own at the head of an advert in which no body is known.
  private Optional<Organisation> headed(RoleValue role) {
    Document document = findings.document();
    List<Line> lines = document.lines();
    if (!findings.isAdvert() && !findings.isOffer()) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(SEARCHED, lines.size()); i++) {
      Line line = lines.get(i);
      String plain = document.normal().substring(line.start(), line.end()).toLowerCase(Locale.ROOT);
      boolean opens = OPENINGS.stream().anyMatch(plain::startsWith);
      boolean heads =
          i < HEAD_LINES && line.heading() && line.label().isEmpty() && !isPost(line, role);
      if (opens || heads) {
        Optional<Organisation> name = WrittenBody.at(document, line.start(), line.end() + 1);
        if (name.filter(n -> opens || WrittenBody.isLikely(n.name())).isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /// True where the line is a post's title or the page's.
  private boolean isPost(Line line, RoleValue role) {
    String text = findings.document().text().substring(line.start(), line.end());
    String plain = text.toLowerCase(Locale.ROOT);
    boolean title =
        headline.startsWith(plain) || (!headline.isBlank() && plain.startsWith(headline));
    return title
        || Stream.concat(Stream.of(role), findings.roles().stream())
            .flatMap(r -> r.evidence().mentions().stream())
            .anyMatch(m -> m.start() >= line.start() && m.start() < line.end());
  }

  /// The body behind a label such as `Employer:`: the fullest known one, or the longer name that is
  /// written there.
  private Optional<Organisation> labelled() {
    for (Particulars.Span span : labelled) {
      Optional<Organisation> known = known(span);
      Optional<Organisation> written =
          WrittenBody.at(findings.document(), span.start(), span.end())
              .filter(b -> !isDepartment(span) || known.isPresent());
      boolean longer =
          written.isPresent() && known.filter(k -> !isWithin(k, written.get())).isEmpty();
      if (longer) {
        return written;
      }
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /// The known body with the longest name in the value.
  private Optional<Organisation> known(Particulars.Span span) {
    Optional<Organisation> best = Optional.empty();
    int longest = 0;
    for (Organisation body : findings.names().organisations()) {
      for (Mention mention : body.evidence().mentions()) {
        int length = mention.end() - mention.start();
        if (span.has(mention) && length > longest && body.kind() == Organisation.Kind.PUBLIC) {
          longest = length;
          best = Optional.of(body);
        }
      }
    }
    return best;
  }

  /// True where `written` is the name of `known` with more words.
  private static boolean isWithin(Organisation known, Organisation written) {
    Evidence place = written.evidence();
    return known.evidence().mentions().stream()
        .anyMatch(
            m ->
                m.start() >= place.start()
                    && m.end() <= place.end()
                    && m.end() - m.start() < place.end() - place.start());
  }

  /// True for a label that as often names a part of the body as the body.
  private boolean isDepartment(Particulars.Span span) {
    String label =
        findings.document().normal().substring(span.label(), span.start()).toLowerCase(Locale.ROOT);
    return PARTS.stream().anyMatch(label::contains);
  }

  private static boolean isUnit(String name) {
    return UNITS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
  }

  /// `MoJ Digital` beside the Ministry of Justice.
  private boolean isNamedAfter(Organisation body) {
    int end = body.name().indexOf(' ');
    return end > 0
        && findings.names().organisations().stream()
            .filter(other -> !other.equals(body))
            .anyMatch(
                other -> other.acronym().filter(body.name().substring(0, end)::equals).isPresent());
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
    Optional<Organisation> seeker = seeker(role);
    for (Organisation body : findings.names().organisations()) {
      if (isAddress(body) || body.name().equals(NHS)) {
        continue;
      }
      double score = score(body, role) + (seeker.filter(body::equals).isPresent() ? SUBJECT : 0);
      if (score > most) {
        most = score;
        best = Optional.of(body);
      }
    }
    return best;
  }

  /// The last body before the post in its sentence of which the text says that it seeks somebody:
  /// `B is after a director, C needs an engineer`.
  private Optional<Organisation> seeker(RoleValue role) {
    int sentence = findings.sentence(role.evidence().start());
    Optional<Organisation> last = Optional.empty();
    int end = 0;
    for (Organisation body : findings.names().organisations()) {
      for (Mention mention : body.evidence().mentions()) {
        boolean before = mention.end() <= role.evidence().start() && mention.end() > end;
        if (before
            && findings.sentence(mention.start()) == sentence
            && tied.test(Field.EMPLOYER, mention)) {
          last = Optional.of(body);
          end = mention.end();
        }
      }
    }
    return last;
  }

  /// True where the body stands nowhere but in the address of the post's place.
  private boolean isAddress(Organisation body) {
    return body.evidence().mentions().stream().allMatch(this::isAddress);
  }

  private boolean isAddress(Mention mention) {
    String normal = findings.document().normal();
    return findings
        .particulars()
        .at(Item.PLACE, mention.start(), mention.end())
        .filter(span -> normal.lastIndexOf('\n', mention.start()) < span.start())
        .isPresent();
  }

  /// True where the headline has `name` as words of its own, in either case: `OS` is not in
  /// `geospatial`.
  private boolean heads(String name) {
    String sought = name.toLowerCase(Locale.ROOT);
    for (int at = headline.indexOf(sought); at >= 0; at = headline.indexOf(sought, at + 1)) {
      int end = at + sought.length();
      boolean opens = at == 0 || !Character.isLetterOrDigit(headline.charAt(at - 1));
      boolean closes = end == headline.length() || !Character.isLetterOrDigit(headline.charAt(end));
      if (opens && closes) {
        return true;
      }
    }
    return false;
  }

  /// A name as headlines have it: `Land Registry` for `HM Land Registry`.
  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("hm ") ? lower.substring("hm ".length()) : lower;
  }

  /// `since Jo Example went to B`, `who came from B`: where somebody went or was before.
  private boolean isElsewhere(Mention mention) {
    Words words = findings.document().words();
    int link = words.at(mention.start()) - 1;
    int verb = words.word(link).equals("the") ? link - 2 : link - 1;
    boolean way = WAYS.contains(words.word(verb + 1));
    return (way && WENT.contains(words.word(verb))) || words.word(verb + 1).equals("joined");
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
      near |= findings.sentence(mention.start()) == roleSentence && !isElsewhere(mention);
      seeks |= tied.test(Field.EMPLOYER, mention);
      aside &= tied.test(Field.PARENT, mention) || tied.test(Field.RECRUITER, mention);
    }
    int first = body.evidence().mentions().stream().mapToInt(Mention::start).min().orElse(0);
    score += near ? IN_SENTENCE : 0;
    score += seeks ? SEEKING : 0;
    score -= aside ? ASIDE : 0;
    score -= isUnit(body.name()) || isNamedAfter(body) ? UNIT : 0;
    score += EARLY * (1 - words.at(first) / (double) length);
    score += PER_MENTION * Math.min(MAX_MENTIONS, body.evidence().mentions().size());
    boolean inHeadline =
        heads(plain(body.name())) || body.acronym().filter(this::heads).isPresent();
    return score + (inHeadline ? IN_HEADLINE : 0);
  }
}

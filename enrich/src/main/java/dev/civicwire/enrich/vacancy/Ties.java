package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What words tie to a vacancy: its place, whom it reports to, who recruits for it.
final class Ties {
  private static final double TIED = 0.8;
  private static final double WRITTEN = 0.6;
  private static final int MAX_TITLE = 8;

  /// Words of a firm's name.
  private static final int MAX_NAME = 3;

  private static final Set<String> SKIPPED = Set.of(",", ":", "at", "the", "is", "are", "-");
  private static final Set<String> NO_NAMES =
      Set.of("we", "please", "if", "you", "for", "contact", "to", "our", "this", "i", "apply");

  private final Findings findings;
  private final Particulars particulars;
  private final Words words;
  private final PlaceWords places;
  private final List<Cue.Hit<Field>> hits;
  private final Map<Integer, List<Cue.Hit<Field>>> bySentence = new HashMap<>();

  Ties(Findings findings, Particulars particulars, CueLexicon<Field> lexicon, PlaceWords places) {
    this.places = places;
    this.findings = findings;
    this.particulars = particulars;
    this.words = findings.document().words();
    this.hits = lexicon.find(words);
    for (Cue.Hit<Field> hit : hits) {
      bySentence.computeIfAbsent(words.sentence(hit.first()), n -> new ArrayList<>()).add(hit);
    }
  }

  /// Where the post is.
  List<String> locations(List<FieldEvidence> evidence) {
    return new Workplaces(findings, particulars, m -> isTied(Field.LOCATION, m), places)
        .of(evidence);
  }

  /// The post or person right behind "reports to".
  Optional<String> reportsTo(RoleValue role, List<FieldEvidence> evidence) {
    Optional<Mention> best = Optional.empty();
    List<Mention> bosses =
        Stream.concat(
                findings.roles().stream()
                    .filter(r -> !r.equals(role))
                    .flatMap(r -> r.evidence().mentions().stream()),
                findings.names().people().stream()
                    .map(Person::evidence)
                    .flatMap(e -> e.mentions().stream()))
            .sorted(Comparator.naturalOrder())
            .toList();
    for (Particulars.Span span : particulars.of(Item.BOSS)) {
      best = best.isPresent() ? best : bosses.stream().filter(span::has).findFirst();
      best = best.isPresent() ? best : Optional.of(written(span)).filter(this::isTitle);
    }
    for (Cue.Hit<Field> hit : hits) {
      if (hit.cue().kind() == Field.REPORTS_TO && best.isEmpty()) {
        best = bosses.stream().filter(b -> follows(hit, b)).findFirst();
      }
    }
    best.ifPresent(
        b ->
            evidence.add(
                new FieldEvidence(
                    "reports_to", b.start(), b.end(), b.surface(), TIED, "vacancy/1")));
    return best.map(Mention::surface).map(s -> s.replaceAll("\\s+", " "));
  }

  /// What stands in a labelled line, without a bracket or clause behind it.
  private Mention written(Particulars.Span span) {
    String text = findings.document().text();
    int end = span.start();
    while (end < span.end() && ",;.(\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return Mention.of(text, span.start(), Math.max(end, span.start() + 1));
  }

  private boolean isTitle(Mention mention) {
    int count = words.at(mention.end()) - words.at(mention.start());
    return count <= MAX_TITLE && Character.isUpperCase(mention.surface().charAt(0));
  }

  /// The company beside "headhunters" or "the recruitment process".
  Optional<String> recruiter(List<FieldEvidence> evidence) {
    for (Organisation body : findings.names().organisations()) {
      if (body.kind() != Organisation.Kind.PUBLIC) {
        for (Mention mention : body.evidence().mentions()) {
          if (isTied(Field.RECRUITER, mention)) {
            evidence.add(field("recruiter", mention, body.evidence()));
            return Optional.of(body.name());
          }
        }
      }
    }
    return namedRecruiter(evidence);
  }

  /// A name that no list knows, right behind "our recruitment partner".
  private Optional<String> namedRecruiter(List<FieldEvidence> evidence) {
    return hits.stream()
        .filter(h -> h.cue().kind() == Field.RECRUITER && h.cue().side() != Cue.Side.AFTER)
        .map(this::nameBehind)
        .flatMap(Optional::stream)
        .filter(name -> findings.names().organisations().stream().noneMatch(o -> isOf(o, name)))
        .findFirst()
        .map(
            name -> {
              evidence.add(
                  new FieldEvidence(
                      "recruiter", name.start(), name.end(), name.surface(), WRITTEN, "vacancy/1"));
              return name.surface().replaceAll("\\s+", " ");
            });
  }

  private static boolean isOf(Organisation body, Mention name) {
    return body.kind() == Organisation.Kind.PUBLIC
        && body.evidence().mentions().stream()
            .anyMatch(m -> m.start() <= name.start() && m.end() >= name.end());
  }

  /// The words with capitals behind a cue and words such as "at".
  private Optional<Mention> nameBehind(Cue.Hit<Field> hit) {
    int first = hit.end();
    while (first < words.size() && SKIPPED.contains(words.word(first))) {
      first++;
    }
    int last = first;
    while (last < words.size()
        && last - first < MAX_NAME
        && words.sentence(last) == words.sentence(hit.first())
        && isCapital(last)) {
      last++;
    }
    boolean name = last > first && !NO_NAMES.contains(words.word(first));
    return name
        ? Optional.of(
            Mention.of(findings.document().text(), words.start(first), words.end(last - 1)))
        : Optional.empty();
  }

  private boolean isCapital(int word) {
    return Character.isUpperCase(findings.document().normal().charAt(words.start(word)));
  }

  /// A shared mailbox for applications; never a person's address.
  Optional<String> contact(List<FieldEvidence> evidence) {
    return Mailboxes.shared(findings.document().normal())
        .map(
            mention -> {
              String surface = findings.document().text().substring(mention.start(), mention.end());
              evidence.add(
                  new FieldEvidence(
                      "contact", mention.start(), mention.end(), surface, TIED, "vacancy/1"));
              return surface;
            });
  }

  /// The working patterns named anywhere in an advert or beside the post.
  List<String> workingPatterns() {
    Set<Field> patterns = EnumSet.noneOf(Field.class);
    hits.stream().map(h -> h.cue().kind()).filter(Field::isPattern).forEach(patterns::add);
    if (particulars.of(Item.TERMS).stream().anyMatch(this::isPermanent)) {
      patterns.add(Field.PERMANENT);
    }
    return patterns.stream().map(Field::label).toList();
  }

  /// Where words tell that what stands before them seeks somebody.
  List<Integer> seekers() {
    return hits.stream()
        .filter(h -> h.cue().kind() == Field.EMPLOYER && h.cue().side() == Cue.Side.AFTER)
        .map(h -> words.start(h.first()))
        .toList();
  }

  private boolean isPermanent(Particulars.Span span) {
    String normal = findings.document().normal();
    return normal.regionMatches(true, span.start(), "permanent", 0, "permanent".length());
  }

  /// True where the pay seems to be that of somebody before.
  boolean isPrevious(Evidence pay) {
    return isTied(Field.PREVIOUS, pay.mention());
  }

  /// True where the pay seems to be offered.
  boolean isOffered(Evidence pay) {
    return pay.mentions().stream().anyMatch(m -> isTied(Field.OFFER, m));
  }

  /// True where the text says that applications are no longer taken.
  boolean isClosed() {
    return hits.stream().anyMatch(h -> h.cue().kind() == Field.CLOSED);
  }

  /// True where the post is yet to be advertised.
  boolean isAnnounced(RoleValue role) {
    return role.evidence().mentions().stream().anyMatch(m -> isTied(Field.ANNOUNCED, m));
  }

  /// True where a cue of `field` stands near `mention`, on the side and within the reach it has.
  boolean isTied(Field field, Mention mention) {
    int first = words.at(mention.start());
    int last = words.at(mention.end());
    if (first >= words.size()) {
      return false;
    }
    for (Cue.Hit<Field> hit : bySentence.getOrDefault(words.sentence(first), List.of())) {
      if (hit.cue().kind() == field) {
        boolean before =
            hit.cue().side() != Cue.Side.AFTER
                && hit.end() <= first
                && first - hit.end() <= hit.cue().reach();
        boolean after =
            hit.cue().side() != Cue.Side.BEFORE
                && hit.first() >= last
                && hit.first() - last <= hit.cue().reach();
        if (before || after) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean follows(Cue.Hit<Field> hit, Mention mention) {
    int first = words.at(mention.start());
    return first < words.size()
        && words.sentence(first) == words.sentence(hit.first())
        && first >= hit.end()
        && first - hit.end() <= hit.cue().reach();
  }

  private static FieldEvidence field(String name, Mention mention, Evidence evidence) {
    return new FieldEvidence(
        name,
        mention.start(),
        mention.end(),
        mention.surface(),
        Math.min(TIED, evidence.confidence()),
        evidence.annotator());
  }
}

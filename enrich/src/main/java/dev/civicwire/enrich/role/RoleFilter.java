package dev.civicwire.enrich.role;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Keeps out what is no post in a public body: offices of politics, posts in companies, plurals
/// of a profession where nobody is hired, bare nouns.
final class RoleFilter {
  private static final Set<String> AT = Set.of("at", "of", "with");
  private static final Set<String> PUBLIC_SIGNS =
      Set.of(
          "council",
          "government",
          "ministry",
          "department",
          "agency",
          "nhs",
          "civil",
          "public",
          "whitehall",
          "authority",
          "city",
          "county",
          "state",
          "federal",
          "trust",
          "university",
          "councils",
          "departments",
          "ministers",
          "minister",
          "councillors",
          "police");

  private static final Set<String> IDIOMS =
      Set.of(
          "population",
          "council",
          "household",
          "state",
          "table",
          "queue",
          "steam",
          "cattle",
          "organisation",
          "company",
          "agency",
          "department",
          "family",
          "class");
  private static final Set<String> LEVELS = Set.of("level", "levels");

  /// What gives the words before or behind it away as a rank.
  private static final Set<String> RANKS = Set.of("level", "levels", "grade", "band", "scs");

  private static final Set<String> OFFICES =
      Set.of(
          "commissioner",
          "superintendent",
          "registrar",
          "controller",
          "provost",
          "clerk",
          "chair",
          "chairman",
          "chairwoman",
          "chairperson",
          "comptroller");
  private static final Set<String> HONOURS =
      Set.of("sir", "dame", "dr", "prof", "professor", "lord", "baroness", "lady", "mr", "ms");

  private final RoleLexicon lexicon;
  private final PostContext around;
  private final JobList list;
  private final Scene scene;
  private final Words words;
  private final Advert page;
  private final boolean advert;
  private final boolean publicDocument;
  private final Set<String> shortForms = new HashSet<>();

  RoleFilter(RoleLexicon lexicon, PostContext around, Scene scene, Advert page, JobList list) {
    this.around = around;
    this.list = list;
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
    this.page = page;
    this.advert = page.isAdvert();
    boolean body = scene.organisations().stream().anyMatch(o -> o.kind() == Kind.PUBLIC);
    boolean company = scene.organisations().stream().anyMatch(o -> o.kind() != Kind.PUBLIC);
    scene.organisations().stream()
        .filter(o -> o.kind() == Kind.PUBLIC)
        .forEach(o -> shortForms.add(o.name().split(" ")[0]));
    int signs = signs();
    this.publicDocument =
        (!company && !body)
            || signs >= 3
            || (body && (signs > 1 || mentions(true) >= mentions(false)));
  }

  private int mentions(boolean ofPublic) {
    return scene.organisations().stream()
        .filter(o -> o.kind() == Kind.PUBLIC == ofPublic)
        .mapToInt(o -> o.evidence().mentions().size())
        .sum();
  }

  private int signs() {
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      count += PUBLIC_SIGNS.contains(words.key(i)) ? 1 : 0;
    }
    return count;
  }

  boolean keeps(RoleSpan span, OptionalInt body, OptionalInt person) {
    if (refusal(span, body).isPresent()) {
      return false;
    }
    return switch (span.sort()) {
      case TITLE_LINE, SECRETARY -> true;
      case CHIEF, ACRONYM, FIXED -> true;
      case HEAD_OF -> (!span.plural() || around.hiring(span)) && !idiom(span);
      case DIRECTOR -> director(span, body, person);
      case PROFESSION -> profession(span, body, person);
    };
  }

  /// Why a title is none of a public body's, whoever may be hiring; nothing where it may be one.
  Optional<String> refusal(RoleSpan span, OptionalInt body) {
    boolean offered = advert && span.sort() == RoleSpan.Sort.TITLE_LINE;
    return because(!publicDocument && !offered, "the article is about no public body")
        .or(() -> because(inCompany(span, body), "a post in a company"))
        .or(() -> because(political(span), "a political office"))
        .or(() -> because(rank(span), "a rank, not a post"));
  }

  private static Optional<String> because(boolean refused, String why) {
    return refused ? Optional.of(why) : Optional.empty();
  }

  /// `at director general level` names no post.
  private boolean rank(RoleSpan span) {
    return LEVELS.contains(words.key(span.last()));
  }

  private boolean director(RoleSpan span, OptionalInt body, OptionalInt person) {
    if (span.plural()) {
      return around.hiring(span) && span.last() - span.first() > 1;
    }
    return span.last() - span.first() > 1 || body.isPresent() || person.isPresent();
  }

  /// `at the head of the council`, `£14 a head of population`.
  private boolean idiom(RoleSpan span) {
    String before = words.key(span.first() - 1);
    String about = words.key(span.last() - 1);
    boolean at = before.equals("the") && words.key(span.first() - 2).equals("at");
    return at || (IDIOMS.contains(about) && words.shape(span.last() - 1) == Shape.LOWER);
  }

  /// True for a line of a list of jobs.
  boolean isOffer(RoleSpan span) {
    return !advert && list.has(span);
  }

  private boolean profession(RoleSpan span, OptionalInt body, OptionalInt person) {
    if (page.names(span) || isOffer(span) || (around.isPriced(span) && !span.plural())) {
      return true;
    }
    boolean bare = span.last() - span.first() == 1;
    String head = words.key(span.head());
    if (words.key(span.head() - 1).equals("parliamentary")
        || (head.equals("lead")
            && person.isEmpty()
            && body.isEmpty()
            && !around.soughtFor(span)
            && !around.soughtAs(span))) {
      return false;
    }
    if (span.plural()) {
      boolean open =
          (around.hiring(span) && !advert)
              || (around.counted(span) && (around.offered(span) || around.lost(span)));
      return (open && (!bare || lexicon.hired(head))) || (!bare && around.listed(span));
    }
    if (bare) {
      if (isHired(span, body, person)) {
        return true;
      }
      boolean own = body.isPresent() && words.key(span.first() - 1).equals("'s");
      return OFFICES.contains(head) && (person.isPresent() || own) && office(span, body);
    }
    if (advert && !around.listed(span) && !around.reported(span)) {
      return person.isPresent() || around.offered(span);
    }
    boolean known =
        person.isPresent() || (body.isPresent() && !advert) || (around.hiring(span) && !advert);
    return known
        || around.listed(span)
        || around.said(span)
        || around.held(span)
        || around.filled(span);
  }

  /// `is recruiting a coroner`, `was appointed registrar`: a profession of one word that says
  /// enough.
  private boolean isHired(RoleSpan span, OptionalInt body, OptionalInt person) {
    boolean tells =
        lexicon.hired(words.key(span.head()))
            && !advert
            && !OFFICES.contains(words.key(span.head()));
    String article = words.key(span.first() - 1);
    boolean any = article.equals("a") || article.equals("an");
    boolean one = body.isPresent() || around.filled(span);
    return tells && ((any && around.soughtAs(span)) || (person.isPresent() && one));
  }

  /// `chair of the agency, Jo Example`, `Commissioner Jo Example`; not of a committee.
  private boolean office(RoleSpan span, OptionalInt body) {
    if (body.isEmpty()) {
      String before = words.key(span.first() - 1);
      boolean own = words.key(span.head()).startsWith("chair") && before.equals("its");
      boolean titled =
          words.key(span.head()).equals("commissioner")
              || words.key(span.head()).equals("comptroller");
      boolean chair = words.key(span.head()).startsWith("chair") && !ofCommittee(span);
      boolean named =
          words.capital(span.head())
              && (titled || chair)
              && scene.person(behindTitles(span.last())) != Scene.NONE;
      return ((own || (named && chair)) && !byMember(span)) || (named && titled);
    }
    String name = scene.organisation(body.getAsInt()).name();
    return !name.contains("Committee") && !name.contains("Commission on");
  }

  private boolean ofCommittee(RoleSpan span) {
    String before = words.key(span.first() - 1);
    return before.endsWith("committee") || before.equals("scrutiny") || before.equals("panel");
  }

  /// The word after `Sir`, `Dame` and the like.
  private int behindTitles(int i) {
    int at = i;
    while (at < i + 2 && HONOURS.contains(words.key(at))) {
      at++;
    }
    return at;
  }

  /// True where a member of a parliament holds the chair: `Its chair, Jo Example MLA`.
  private boolean byMember(RoleSpan span) {
    int i = span.last();
    while (i < span.last() + 6
        && !(scene.person(i - 1) != Scene.NONE && scene.person(i) == Scene.NONE)) {
      i++;
    }
    return lexicon.political(words.key(i)) && words.shape(i) == Shape.UPPER;
  }

  private boolean inCompany(RoleSpan span, OptionalInt body) {
    if (body.isPresent()) {
      Organisation organisation = scene.organisation(body.getAsInt());
      return organisation.kind() != Kind.PUBLIC;
    }
    return span.sort() != Sort.TITLE_LINE
        && (unknownBody(span) || ofFirms(span) || ofSpeakerBefore(span));
  }

  /// A sentence's first post, right behind a sentence whose subject is a union or a firm: `Its head
  /// of health`.
  private boolean ofSpeakerBefore(RoleSpan span) {
    int first = words.sentenceFirst(span.head());
    boolean opens = span.first() - first <= 1;
    boolean own = words.key(first).equals("its") || span.first() == first;
    if (!opens || !own || words.startsLine(first) || first == 0) {
      return false;
    }
    int before = words.sentenceFirst(first - 1);
    int subject = words.key(before).equals("the") ? before + 1 : before;
    return scene.body(subject) != Scene.NONE
        && scene.organisation(scene.body(subject)).kind() != Kind.PUBLIC;
  }

  /// `a chief technology officer in FTSE 250 companies`, `an IT director at a bank`.
  private boolean ofFirms(RoleSpan span) {
    String link = words.key(span.last());
    if (!link.equals("in") && !AT.contains(link)) {
      return false;
    }
    for (int i = span.last() + 1; i < span.last() + 5 && words.sameSentence(span.head(), i); i++) {
      if (words.shape(i) == Shape.MARK) {
        return false;
      }
      if (lexicon.employer(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  /// `finance director at Acme`, where Acme is no short form of a public body.
  private boolean unknownBody(RoleSpan span) {
    int link = span.last();
    if (words.key(link).equals("(")) {
      while (link < span.last() + 5 && !words.key(link).equals(")")) {
        link++;
      }
      link++;
    }
    if (!AT.contains(words.key(link)) || !words.sameSentence(span.head(), link + 1)) {
      return false;
    }
    int next = words.key(link + 1).equals("the") ? link + 2 : link + 1;
    if (ofRank(next)) {
      return false;
    }
    boolean capital = words.shape(next) == Shape.CAPITALISED || words.shape(next) == Shape.UPPER;
    return capital
        && !scene.named(next)
        && !scene.place(next)
        && !lexicon.domain(words.key(next))
        && !shortForms.contains(words.surface(next));
  }

  /// `at Assistant Secretary level`, `at Grade 6`.
  private boolean ofRank(int first) {
    for (int i = first; i < first + 5 && words.sameSentence(first, i); i++) {
      if (RANKS.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean political(RoleSpan span) {
    if (span.sort() == Sort.FIXED) {
      return false;
    }
    for (int i = span.first(); i < span.last(); i++) {
      if (lexicon.political(words.key(i))
          && scene.body(i) == Scene.NONE
          && span.sort() != Sort.TITLE_LINE) {
        return true;
      }
    }
    String head = words.key(span.head());
    String before = words.key(span.head() - 1);
    return (head.startsWith("commissioner") && before.equals("crime"))
        || (before.equals("parliamentary") && head.startsWith("secretar"));
  }
}

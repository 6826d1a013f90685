package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads the clauses that say who takes or leaves a post. A clause reaches from its cue to the next
/// one; days before the first cue belong to that one.
final class MoveClauses {
  /// Words between a cue and the body that is its object.
  private static final int OBJECT = 4;

  private static final int MAX_BEFORE = 25;
  private static final Set<String> ENDS =
      Set.of(
          "succeeding",
          "replacing",
          "where",
          "who",
          "after",
          ";",
          "under",
          "reporting",
          "while",
          "but",
          "said",
          "by",
          "following",
          "former",
          "formerly",
          "previously",
          "recruit",
          "recruiting",
          "hire",
          "hiring",
          "seek",
          "seeking",
          "search",
          "hunt",
          "appointing");
  private static final Set<String> SPOKEN =
      Set.of("said", "says", "told", "announced", "confirmed", "when", "since", "until", "where");
  private static final Set<String> FROM = Set.of("from", "effective", "starting", "beginning");
  private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "his", "her", "their");
  private static final Set<String> EMPLOYERS =
      Set.of(
          "agency",
          "department",
          "ministry",
          "council",
          "trust",
          "organisation",
          "organization",
          "regulator",
          "authority",
          "body",
          "board",
          "job",
          "post",
          "role",
          "service",
          "office",
          "force",
          "university",
          "position",
          "institution");
  private static final Set<String> DENIALS =
      Set.of("denies", "denied", "denying", "rumour", "rumours", "speculation");
  private static final Set<String> PREPOSITIONS = Set.of("of", "at", "for", "with", "in", "the");

  private final Findings findings;
  private final MoveScene scene;
  private final Words words;
  private final Mover mover;
  private final List<Cue.Hit<MoveCue>> cues;
  private final List<MoveClause> clauses = new ArrayList<>();
  private OptionalInt last = OptionalInt.empty();
  private int lastEnd = -1;

  MoveClauses(Findings findings, MoveScene scene, CueLexicon<MoveCue> lexicon) {
    this.findings = findings;
    this.scene = scene;
    this.words = scene.words;
    this.mover = new Mover(scene);
    this.cues = longest(lexicon.find(words));
  }

  private static List<Cue.Hit<MoveCue>> longest(List<Cue.Hit<MoveCue>> hits) {
    List<Cue.Hit<MoveCue>> kept = new ArrayList<>();
    for (Cue.Hit<MoveCue> hit : hits) {
      if (kept.isEmpty() || hit.first() >= kept.getLast().end()) {
        kept.add(hit);
      } else if (hit.first() == kept.getLast().first() && hit.end() > kept.getLast().end()) {
        kept.set(kept.size() - 1, hit);
      }
    }
    return kept;
  }

  /// The clauses in text order, those of one move joined; weak ones too.
  List<MoveClause> read() {
    for (int i = 0; i < cues.size(); i++) {
      Cue.Hit<MoveCue> cue = cues.get(i);
      OptionalInt who = mover.of(cue, last, lastEnd);
      if (who.isPresent() && !denied(cue)) {
        clause(i, who.getAsInt()).ifPresent(this::add);
        last = who;
        lastEnd = cue.end() - 1;
      }
    }
    return List.copyOf(clauses);
  }

  private boolean denied(Cue.Hit<MoveCue> cue) {
    int sentence = words.sentence(cue.first());
    return scene.has(words.firstOf(sentence), words.endOf(sentence), DENIALS);
  }

  private void add(MoveClause clause) {
    for (int i = clauses.size() - 1; i >= 0; i--) {
      if (clauses.get(i).goesOn(clause)) {
        clauses.set(i, clauses.get(i).with(clause));
        return;
      }
    }
    clauses.add(clause);
  }

  private Optional<MoveClause> clause(int index, int person) {
    Cue.Hit<MoveCue> cue = cues.get(index);
    MoveCue kind = cue.cue().kind();
    int first = words.firstOf(words.sentence(cue.first()));
    int end = end(index);
    OptionalInt at = kind.isArrival() ? taken(cue, end) : left(cue, end);
    boolean moves = kind == MoveCue.MOVES;
    if (moves) {
      kind = at.isPresent() ? MoveCue.TAKES : MoveCue.GOES;
    }
    OptionalInt role = at.isPresent() ? OptionalInt.of(scene.role(at.getAsInt())) : at;
    if (role.isEmpty()) {
      role = kind.isArrival() ? incoming(first, cue.first(), person) : held(person, cue, first);
    }
    OptionalInt object = kind == MoveCue.GOES && moves ? OptionalInt.empty() : object(cue);
    OptionalInt body = at.isPresent() ? beside(at.getAsInt()) : OptionalInt.empty();
    if (body.isEmpty()) {
      body = object.isPresent() || !chosen(cue) ? object : chooser(cue, first);
    }
    if (role.isPresent() && !kind.isArrival() && clashes(role.getAsInt(), person)) {
      return Optional.empty();
    }
    if (body.isPresent() && role.isPresent() && !isPublic(body.getAsInt())) {
      body = OptionalInt.empty();
    }
    boolean weak = role.isEmpty() && !alone(kind, object, person);
    return Optional.of(
        new MoveClause(
            kind.isArrival(), weak, person, role, body, day(index, end), words.sentence(first)));
  }

  /// Where no post is told: one joins a public body, or gives up what can only be a post.
  private boolean alone(MoveCue kind, OptionalInt object, int person) {
    return switch (kind) {
      case TAKES, GOES -> object.isPresent() && isPublic(object.getAsInt());
      case LEAVES -> findings.names().people().get(person).post().isEmpty();
      case APPOINTS, STARTS, EXITS, MOVES -> false;
    };
  }

  private boolean isPublic(int body) {
    return findings.names().organisations().get(body).kind() == Organisation.Kind.PUBLIC;
  }

  /// A post that this person has just been given in the text.
  private boolean clashes(int role, int person) {
    return clauses.stream()
        .anyMatch(
            c ->
                c.arrival()
                    && c.person() == person
                    && c.role().isPresent()
                    && c.role().getAsInt() == role);
  }

  private int end(int index) {
    int end = words.endOf(words.sentence(cues.get(index).first()));
    return index + 1 < cues.size() ? Math.min(end, cues.get(index + 1).first()) : end;
  }

  /// Word of the post that is taken: the first behind the cue.
  private OptionalInt taken(Cue.Hit<MoveCue> cue, int end) {
    boolean from = false;
    for (int i = cue.end(); i < end; i++) {
      String word = words.word(i);
      from = (from || word.equals("from")) && !word.equals("to") && !word.equals("as");
      if (scene.role(i) != MoveScene.NONE && !from && !words.word(i - 1).equals("former")) {
        OptionalInt later = isOfOld(i) ? behindAs(scene.roleEnd(i), end) : OptionalInt.empty();
        return later.isPresent() ? later : OptionalInt.of(i);
      }
      boolean named = scene.person(i) != MoveScene.NONE || scene.body(i) != MoveScene.NONE;
      if (ENDS.contains(word) && !named && !word.equals("former")) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /// `B appoints R X as its new Q`: R may be what X has been.
  private boolean isOfOld(int role) {
    return scene.person(scene.roleEnd(role)) != MoveScene.NONE;
  }

  private OptionalInt behindAs(int from, int end) {
    boolean as = false;
    for (int i = from; i < end; i++) {
      as |= words.word(i).equals("as");
      if (as && scene.role(i) != MoveScene.NONE) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// Word of the post behind `as`.
  private OptionalInt left(Cue.Hit<MoveCue> cue, int end) {
    boolean as = false;
    for (int i = cue.end(); i < end; i++) {
      as |= words.word(i).equals("as");
      if (as && scene.role(i) != MoveScene.NONE) {
        return OptionalInt.of(i);
      }
      if (scene.person(i) != MoveScene.NONE && cue.cue().kind() != MoveCue.EXITS) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /// `the new R, X, joins`; also a post that the text says is filled by this person.
  private OptionalInt incoming(int first, int to, int person) {
    for (int i = Math.max(first, to - MAX_BEFORE); i < to; i++) {
      int role = scene.role(i);
      if (role != MoveScene.NONE) {
        String before = words.word(i - 1);
        boolean fresh = before.equals("new") || before.equals("next") || before.equals("incoming");
        if (fresh && besides(i, person)) {
          return OptionalInt.of(role);
        }
      }
    }
    for (int r = 0; r < findings.roles().size(); r++) {
      RoleValue value = findings.roles().get(r);
      if (value.status() == RoleValue.Status.APPOINTED && holds(value, person)) {
        return OptionalInt.of(r);
      }
    }
    return OptionalInt.empty();
  }

  private boolean holds(RoleValue role, int person) {
    String name = findings.names().people().get(person).name();
    return role.holder().filter(name::equals).isPresent();
  }

  /// The post beside the name, else one of which the text says that this person holds it, else
  /// that of the successor.
  private OptionalInt held(int person, Cue.Hit<MoveCue> cue, int first) {
    for (int i = cue.first() - 1; i >= Math.max(first, cue.first() - MAX_BEFORE); i--) {
      boolean bygone = words.word(i - 1).equals("former") && words.word(i - 2).equals("a");
      if (scene.role(i) != MoveScene.NONE && !bygone && besides(i, person)) {
        return OptionalInt.of(scene.role(i));
      }
    }
    OptionalInt there = where(cue);
    if (there.isPresent()) {
      return there;
    }
    for (int r = 0; r < findings.roles().size(); r++) {
      RoleValue role = findings.roles().get(r);
      boolean current = role.status() != RoleValue.Status.APPOINTED;
      if (current && holds(role, person)) {
        return OptionalInt.of(r);
      }
    }
    return otherThing(cue) ? OptionalInt.empty() : succeeded(person, first);
  }

  /// `leaves B, where he was R`.
  private OptionalInt where(Cue.Hit<MoveCue> cue) {
    int end = words.endOf(words.sentence(cue.first()));
    boolean where = false;
    for (int i = cue.end(); i < end; i++) {
      where |= words.word(i).equals("where");
      if (where && scene.role(i) != MoveScene.NONE) {
        return OptionalInt.of(scene.role(i));
      }
    }
    return OptionalInt.empty();
  }

  /// True where no other person stands between the post and this one.
  private boolean besides(int i, int person) {
    int reach = MAX_BEFORE;
    int nearest = MoveScene.NONE;
    for (int d = 1; d < reach && nearest == MoveScene.NONE; d++) {
      boolean before = words.sentence(Math.max(0, i - d)) == words.sentence(i);
      boolean behind = i + d < words.size() && words.sentence(i + d) == words.sentence(i);
      nearest = behind ? scene.person(i + d) : MoveScene.NONE;
      nearest = nearest == MoveScene.NONE && before ? scene.person(i - d) : nearest;
    }
    return nearest == person;
  }

  /// `leaves the army`: what is left is no employer that the text speaks of.
  private boolean otherThing(Cue.Hit<MoveCue> cue) {
    boolean determined = DETERMINERS.contains(words.word(cue.end()));
    return determined
        && scene.body(cue.end() + 1) == MoveScene.NONE
        && !EMPLOYERS.contains(words.word(cue.end() + 1));
  }

  /// `Z succeeds X, who left`: the post that Z was given.
  private OptionalInt succeeded(int person, int first) {
    if (clauses.isEmpty() || clauses.getLast().role().isEmpty()) {
      return OptionalInt.empty();
    }
    MoveClause before = clauses.getLast();
    boolean near = before.arrival() && words.sentence(first) - before.sentence() <= 1;
    return near && before.person() != person ? before.role() : OptionalInt.empty();
  }

  /// The body that the cue's verb has as object: `joins B`, `leaves the B`.
  private OptionalInt object(Cue.Hit<MoveCue> cue) {
    int end = Math.min(words.endOf(words.sentence(cue.first())), cue.end() + OBJECT);
    for (int i = cue.end(); i < end; i++) {
      if (scene.body(i) != MoveScene.NONE) {
        return isFormerEmployer(i) ? OptionalInt.empty() : OptionalInt.of(scene.body(i));
      }
      String word = words.word(i);
      if (!word.equals("the") && !word.equals("to") && !word.equals("at")) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /// `A appoints B director X as its R`: B is where X comes from.
  private boolean isFormerEmployer(int body) {
    int i = body;
    while (i < words.size() && scene.body(i) == scene.body(body)) {
      i++;
    }
    return scene.role(i) != MoveScene.NONE && isOfOld(i);
  }

  private static boolean chosen(Cue.Hit<MoveCue> cue) {
    return cue.cue().kind() == MoveCue.APPOINTS;
  }

  /// The body that chooses: `B has appointed`.
  private OptionalInt chooser(Cue.Hit<MoveCue> cue, int first) {
    for (int i = cue.first() - 1; i >= Math.max(first, cue.first() - OBJECT); i--) {
      if (scene.person(i) != MoveScene.NONE) {
        break;
      }
      if (scene.body(i) != MoveScene.NONE) {
        return OptionalInt.of(scene.body(i));
      }
    }
    return OptionalInt.empty();
  }

  /// The body behind or before the post.
  private OptionalInt beside(int role) {
    int i = scene.roleEnd(role);
    int limit = i + OBJECT;
    while (i < limit && PREPOSITIONS.contains(words.word(i))) {
      i++;
    }
    if (scene.body(i) != MoveScene.NONE && words.sentence(i) == words.sentence(role)) {
      return OptionalInt.of(scene.body(i));
    }
    int before = role - 1;
    while (before > role - OBJECT && MODIFIERS.contains(words.word(before))) {
      before--;
    }
    return scene.body(before) == MoveScene.NONE
        ? OptionalInt.empty()
        : OptionalInt.of(scene.body(before));
  }

  private static final Set<String> MODIFIERS =
      Set.of("'s", "'", "new", "interim", "acting", "first", "next", "permanent");

  private Optional<MoveScene.Day> day(int index, int end) {
    Cue.Hit<MoveCue> cue = cues.get(index);
    for (MoveScene.Day day : scene.days(cue.end(), end)) {
      if (!scene.has(cue.end(), day.word(), SPOKEN) && fits(cue, day)) {
        return Optional.of(day);
      }
    }
    int sentence = words.sentence(cue.first());
    boolean leads = index == 0 || words.sentence(cues.get(index - 1).first()) != sentence;
    if (leads) {
      for (MoveScene.Day day : scene.days(words.firstOf(sentence), cue.first())) {
        boolean opening = day.word() - words.firstOf(sentence) <= 2;
        boolean plain = !scene.has(day.word(), cue.first(), SPOKEN);
        if (opening && plain && fits(cue, day)) {
          return Optional.of(day);
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(Cue.Hit<MoveCue> cue, MoveScene.Day day) {
    int at = day.word();
    boolean told =
        FROM.contains(words.word(at - 1))
            || (words.word(at - 1).equals("the") && FROM.contains(words.word(at - 2)));
    if (cue.cue().kind().isNews()) {
      return told || day.start();
    }
    return told || !day.news() || at - cue.end() <= 2;
  }
}

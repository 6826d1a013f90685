package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds titles by their heads, what stands before them and what follows. Each head looks at a
/// bounded number of words, so a text is read in linear time.
final class RoleGrammar {
  private static final int CHIEF_REACH = 9;
  private static final Set<String> CHIEF_HEADS =
      Set.of(
          "officer",
          "executive",
          "adviser",
          "advisor",
          "architect",
          "scientist",
          "economist",
          "engineer",
          "constable",
          "nurse",
          "pharmacist",
          "inspector",
          "statistician",
          "analyst",
          "accountant",
          "technologist",
          "designer",
          "planner",
          "librarian",
          "veterinarian",
          "exec",
          "specialist",
          "clinician",
          "midwife",
          "psychologist",
          "surveyor",
          "auditor",
          "registrar",
          "fire");
  /// What a chief is of.
  private static final Set<String> UNITS =
      Set.of("staff", "section", "service", "branch", "unit", "division", "bureau", "mission");

  private static final Set<String> SECRETARY_BEFORE =
      Set.of(
          "assistant",
          "deputy",
          "private",
          "company",
          "borough",
          "town",
          "under",
          "county",
          "parliamentary-",
          "diary",
          "medical",
          "legal",
          "school",
          "clinical");

  private final RoleLexicon lexicon;
  private final Modifiers modifiers;
  private final Complement complement;

  RoleGrammar(RoleLexicon lexicon) {
    this.lexicon = lexicon;
    this.modifiers = new Modifiers(lexicon);
    this.complement = new Complement(lexicon);
  }

  /// The titles in text order, none overlapping another.
  List<RoleSpan> find(Scene scene) {
    List<RoleSpan> spans = new ArrayList<>();
    for (int i = 0; i < scene.words().size(); i++) {
      if (scene.person(i) == Scene.NONE) {
        at(scene, i).ifPresent(spans::add);
      }
    }
    spans.sort(Comparator.comparingInt(RoleSpan::first).thenComparingInt(s -> -s.last()));
    List<RoleSpan> kept = new ArrayList<>();
    int end = 0;
    for (RoleSpan span : spans) {
      if (span.first() >= end) {
        kept.add(span);
        end = span.last();
      }
    }
    return new JointTitles(scene.words()).join(kept);
  }

  private Optional<RoleSpan> at(Scene scene, int i) {
    Words words = scene.words();
    String key = words.key(i);
    if (scene.body(i) != Scene.NONE) {
      return Optional.empty();
    }
    Optional<Integer> fixed = lexicon.fixed(words, i);
    if (fixed.isPresent()) {
      int last = fixed.get();
      int head = headOfFixed(words, i, last);
      int first = words.capital(i) ? modifiers.first(scene, i, true) : i;
      return Optional.of(
          complement.extend(
              scene,
              new RoleSpan(
                  first,
                  last,
                  head,
                  Sort.FIXED,
                  RoleLexicon.plural(words.key(head)),
                  OptionalInt.empty())));
    }
    if (key.equals("chief") || key.equals("chiefs")) {
      return chief(scene, i);
    }
    if (lexicon.acronymAt(words, i).isPresent()) {
      return Optional.of(
          span(scene, i, i, i + 1, Sort.ACRONYM, !lexicon.acronym(words.surface(i)).isPresent()));
    }
    if ((key.equals("head") || key.equals("heads"))
        && (words.key(i + 1).equals("of") || words.key(i + 1).equals("for"))) {
      return headOf(scene, i);
    }
    if (key.equals("permanent")
        || key.equals("perm")
        || key.equals("director")
        || key.equals("directors")
        || key.equals("director-general")) {
      return senior(scene, i);
    }
    return lexicon.head(key) ? profession(scene, i) : Optional.empty();
  }

  /// `commissioner` of `commissioner for public appointments`, else the last word.
  private static int headOfFixed(Words words, int first, int last) {
    for (int i = first + 1; i < last; i++) {
      String key = words.key(i);
      if (key.equals("of") || key.equals("for") || key.equals("to")) {
        return i - 1;
      }
    }
    return last - 1;
  }

  private RoleSpan span(Scene scene, int start, int head, int last, Sort sort, boolean plural) {
    int first = modifiers.first(scene, start, scene.words().capital(start));
    return complement.extend(
        scene, new RoleSpan(first, last, head, sort, plural, OptionalInt.empty()));
  }

  /// `chief digital and information officer`, `chief of staff`.
  private Optional<RoleSpan> chief(Scene scene, int i) {
    Words words = scene.words();
    if (words.key(i + 1).equals("of") && UNITS.contains(words.key(i + 2))) {
      return Optional.of(span(scene, i, i, i + 3, Sort.CHIEF, false));
    }
    int limit = Math.min(words.size(), i + CHIEF_REACH);
    for (int j = i + 1; j < limit && words.sameSentence(i, j); j++) {
      String key = words.key(j);
      String singular = RoleLexicon.singular(key);
      if (CHIEF_HEADS.contains(singular) && !headGoesOn(words, j)) {
        return Optional.of(span(scene, i, j, j + 1, Sort.CHIEF, RoleLexicon.plural(key)));
      }
      if (!mayStandInside(scene, j)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// `chief executive officer`, `chief fire officer`.
  private static boolean headGoesOn(Words words, int j) {
    String next = RoleLexicon.singular(words.key(j + 1));
    return (next.equals("officer") || next.equals("adviser") || next.equals("inspector"))
        && words.sameSentence(j, j + 1);
  }

  private boolean mayStandInside(Scene scene, int j) {
    Words words = scene.words();
    String key = words.key(j);
    if (key.equals(",") || key.equals("and") || key.equals("/") || key.equals("-")) {
      return true;
    }
    boolean word = words.shape(j) != Shape.MARK && words.shape(j) != Shape.NUMBER;
    return word
        && !lexicon.stop(key)
        && scene.person(j) == Scene.NONE
        && !key.equals("of")
        && !key.equals("for");
  }

  private Optional<RoleSpan> headOf(Scene scene, int i) {
    Words words = scene.words();
    int first = modifiers.first(scene, i, words.capital(i));
    RoleSpan bare =
        new RoleSpan(
            first, i + 1, i, Sort.HEAD_OF, words.key(i).equals("heads"), OptionalInt.empty());
    RoleSpan extended = complement.extend(scene, bare);
    return extended.last() > i + 2 ? Optional.of(extended) : Optional.empty();
  }

  private Optional<RoleSpan> senior(Scene scene, int i) {
    Words words = scene.words();
    String key = words.key(i);
    String next = words.key(i + 1);
    boolean permanent = key.equals("permanent") || key.equals("perm");
    if (permanent) {
      boolean secretary = next.startsWith("secretar") || next.equals("sec") || next.equals("secs");
      boolean under =
          next.equals("under-secretary")
              || (next.equals("under") && words.key(i + 2).equals("secretary"));
      if (!secretary && !under) {
        return Optional.empty();
      }
      int last = next.equals("under") ? i + 3 : i + 2;
      int first = words.key(i - 1).equals("second") ? i - 1 : i;
      RoleSpan bare =
          new RoleSpan(
              first,
              last,
              last - 1,
              Sort.SECRETARY,
              next.endsWith("ies") || next.equals("secs"),
              OptionalInt.empty());
      return Optional.of(complement.extend(scene, bare));
    }
    if (next.equals("general") || (next.equals("-") && words.key(i + 2).equals("general"))) {
      return Optional.of(
          span(
              scene,
              i,
              i,
              next.equals("-") ? i + 3 : i + 2,
              Sort.DIRECTOR,
              key.equals("directors")));
    }
    return Optional.of(span(scene, i, i, i + 1, Sort.DIRECTOR, key.equals("directors")));
  }

  private Optional<RoleSpan> profession(Scene scene, int i) {
    Words words = scene.words();
    String key = words.key(i);
    if (words.key(i - 1).equals("chief")) {
      return Optional.empty();
    }
    RoleSpan span = span(scene, i, i, i + 1, Sort.PROFESSION, RoleLexicon.plural(key));
    if (key.startsWith("secretar") && !secretary(words, span, i)) {
      return Optional.empty();
    }
    if (key.equals("leads") || (key.equals("owners") && span.first() == i)) {
      return Optional.empty();
    }
    boolean lead =
        key.equals("lead")
            && (span.first() == i
                || words.key(i + 1).equals("the")
                || words.key(i + 1).equals("a"));
    return lead ? Optional.empty() : Optional.of(span);
  }

  private static boolean secretary(Words words, RoleSpan span, int i) {
    boolean to = words.key(i + 1).equals("to") && span.last() > i + 1;
    return to || (span.first() < i && SECRETARY_BEFORE.contains(words.key(i - 1)));
  }
}

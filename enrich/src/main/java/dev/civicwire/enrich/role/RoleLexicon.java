package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.gazetteer.Trie;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of which titles are made.
final class RoleLexicon {
  private static final Set<String> UNCOUNTED =
      Set.of("chief", "press", "business", "process", "premises", "communications", "operations");

  /// How adjectives, adverbs and participles end.
  private static final Set<String> ENDINGS =
      Set.of("ly", "ed", "ing", "ous", "ful", "able", "ible", "ive", "less", "ish", "est", "ier");

  private static final Set<String> VAGUE =
      Set.of(
          "officer",
          "manager",
          "professor",
          "worker",
          "assistant",
          "specialist",
          "adviser",
          "advisor",
          "lead",
          "owner",
          "secretary",
          "commissioner",
          "consultant",
          "inspector",
          "registrar",
          "controller",
          "supervisor",
          "planner",
          "technician",
          "coordinator",
          "teacher",
          "lawyer",
          "accountant",
          "auditor",
          "examiner",
          "agent",
          "practitioner",
          "instructor",
          "investigator",
          "administrator",
          "lecturer",
          "tester",
          "writer",
          "economist",
          "therapist",
          "clinician",
          "superintendent",
          "principal",
          "handler",
          "steward",
          "provost",
          "ranger",
          "buyer",
          "recruiter",
          "operator",
          "driver",
          "fellow",
          "associate",
          "master",
          "doctor",
          "surgeon",
          "producer",
          "editor",
          "pilot",
          "collector",
          "trainee",
          "estimator",
          "moderator",
          "maintainer",
          "broadcaster",
          "attendant",
          "operative",
          "painter",
          "ombudsman",
          "negotiator");

  private final Map<String, String> heads = new HashMap<>();
  private final Map<String, String> acronyms = new HashMap<>();
  private final Set<String> domain = Table.words(RoleLexicon.class, "domain-words.txt");
  private final Set<String> grades = Table.words(RoleLexicon.class, "grade-words.txt");
  private final Set<String> dropped = Table.words(RoleLexicon.class, "dropped-words.txt");
  private final Set<String> stops = Table.words(RoleLexicon.class, "stops.txt");
  private final Set<String> qualities = Table.words(RoleLexicon.class, "qualities.txt");
  private final Set<String> hiring = Table.words(RoleLexicon.class, "hiring-words.txt");
  private final Set<String> labels = Table.words(RoleLexicon.class, "job-labels.txt");
  private final Set<String> political = Table.words(RoleLexicon.class, "political.txt");

  private final Set<String> employers = Table.words(RoleLexicon.class, "private-employers.txt");

  private final Trie<String> fixed = new Trie<>();

  RoleLexicon() {
    Table.words(RoleLexicon.class, "fixed-titles.txt").forEach(title -> fixed.put(title, title));
    for (List<String> row : Table.rows(RoleLexicon.class, "heads.tsv", 2)) {
      heads.put(row.get(0), row.get(1));
    }
    for (List<String> row : Table.rows(RoleLexicon.class, "acronyms.tsv", 2)) {
      acronyms.put(row.get(0), row.get(1));
    }
  }

  /// The word after the title of its own kind that starts at `i`: `section 151 officer`.
  Optional<Integer> fixed(Words words, int i) {
    return fixed.longest(words, i).map(Trie.Match::last);
  }

  /// True for a noun that names a kind of post, singular or plural.
  boolean head(String key) {
    return heads.containsKey(singular(key));
  }

  Optional<String> acronym(String surface) {
    return Optional.ofNullable(acronyms.get(surface));
  }

  /// The title of an acronym, also where it stands in the plural: `CIOs`.
  Optional<String> acronymAt(Words words, int i) {
    String surface = words.surface(i);
    return acronym(surface)
        .or(
            () ->
                surface.endsWith("s")
                    ? acronym(surface.substring(0, surface.length() - 1))
                    : Optional.empty());
  }

  boolean domain(String key) {
    return domain.contains(key);
  }

  boolean grade(String key) {
    return grades.contains(key);
  }

  boolean dropped(String key) {
    return dropped.contains(key);
  }

  boolean stop(String key) {
    return stops.contains(key);
  }

  /// True for a word before the head of a title that is no field: `good`, `line` of `line manager`.
  boolean quality(String key) {
    return qualities.contains(key)
        || ENDINGS.stream().anyMatch(ending -> key.endsWith(ending))
        || key.indexOf('-') >= 0;
  }

  boolean hiring(String key) {
    return hiring.contains(key);
  }

  boolean label(String key) {
    return labels.contains(key);
  }

  /// True for a bare plural that is itself a profession: `developers`, but not `officers`.
  boolean hired(String key) {
    return !VAGUE.contains(singular(key));
  }

  /// True for a word that says of what sort a private employer is: `bank`.
  boolean employer(String key) {
    return employers.contains(key);
  }

  boolean political(String key) {
    return political.contains(key);
  }

  static boolean plural(String key) {
    return key.length() > 3 && key.endsWith("s") && !key.endsWith("ss") && !UNCOUNTED.contains(key);
  }

  static String singular(String key) {
    if (!plural(key)) {
      return key;
    }
    return key.endsWith("ies")
        ? key.substring(0, key.length() - 3) + "y"
        : key.substring(0, key.length() - 1);
  }
}

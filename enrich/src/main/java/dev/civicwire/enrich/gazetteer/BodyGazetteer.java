package dev.civicwire.enrich.gazetteer;

import dev.civicwire.contract.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The bodies that are known by name: departments and agencies (GOV.UK), councils (ONS), NHS bodies
/// (ODS), and a list of our own for other countries, companies, charities and trade bodies. Sources
/// and licences stand in NOTICE. Immutable.
public final class BodyGazetteer {
  private static final String HOME = "gb";

  private final Trie<BodyName> names = new Trie<>();
  private final Map<String, List<Body>> acronyms = new HashMap<>();
  private final Map<String, Body> byName = new HashMap<>();
  private final Set<String> ambiguous;

  private BodyGazetteer() {
    ambiguous = Table.words(BodyGazetteer.class, "ambiguous-bodies.txt");
    readGovUk();
    readCouncils();
    readNhs();
    readOthers();
  }

  /// Reads the lists.
  public static BodyGazetteer load() {
    return new BodyGazetteer();
  }

  /// The longest name of a body that starts at word `first`.
  public Optional<Trie.Match<BodyName>> longest(Words words, int first) {
    return words.capital(first)
        ? names.longest(words, first, (last, found) -> BodyCase.fits(words, first, last, found))
        : Optional.empty();
  }

  /// Bodies known by this acronym, in whatever case that is written.
  public List<Body> byAcronym(String acronym) {
    return acronyms.getOrDefault(acronym.toUpperCase(Locale.ROOT), List.of());
  }

  /// True for a word or acronym that more often means something else.
  public boolean ambiguous(String form) {
    return ambiguous.contains(form);
  }

  private void readGovUk() {
    for (List<String> row : Table.rows(BodyGazetteer.class, "govuk.tsv", 6)) {
      Optional<Integer> until =
          row.get(3).isEmpty()
              ? Optional.empty()
              : Optional.of(row.get(4).isEmpty() ? 0 : year(row.get(4)));
      add(body(row.get(1), row.get(2), "public", "govuk:" + row.get(0), until), row.get(5));
    }
  }

  private void readCouncils() {
    for (List<String> row : Table.rows(BodyGazetteer.class, "councils.tsv", 7)) {
      Optional<Integer> until =
          row.get(6).isEmpty() ? Optional.empty() : Optional.of(year(row.get(6)));
      String id = row.get(0).isEmpty() ? "" : "gss:" + row.get(0);
      Body body = body(row.get(1), "", "public", id, until);
      add(body, String.join("|", CouncilNames.of(row.get(1), row.get(2), row.get(3))));
    }
  }

  private void readNhs() {
    for (List<String> row : Table.rows(BodyGazetteer.class, "nhs.tsv", 4)) {
      Optional<Integer> until = row.get(3).isEmpty() ? Optional.empty() : Optional.of(0);
      Body body = body(row.get(1), "", "public", "ods:" + row.get(0), until);
      add(body, String.join("|", NhsNames.of(row.get(1))));
    }
  }

  private void readOthers() {
    for (List<String> row : Table.rows(BodyGazetteer.class, "bodies.tsv", 5)) {
      Body body = body(row.get(1), row.get(2), row.get(0), "", Optional.empty());
      String country = row.get(4).isEmpty() ? HOME : row.get(4);
      add(
          new Body(
              body.name(), body.acronym(), body.kind(), body.identifier(), country, body.until()),
          row.get(3));
    }
  }

  private static Body body(
      String name, String acronym, String kind, String id, Optional<Integer> until) {
    return new Body(
        name,
        acronym.isEmpty() ? Optional.empty() : Optional.of(acronym),
        Organisation.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        id.isEmpty() ? Optional.empty() : Optional.of(id),
        HOME,
        until);
  }

  private void add(Body given, String aliases) {
    String key = String.join(" ", Words.of(given.name()).keys());
    Body body = byName.merge(key, given, BodyGazetteer::preferred);
    put(body, body.name());
    body.acronym().ifPresent(a -> addAcronym(a, body));
    given.acronym().ifPresent(a -> addAcronym(a, body));
    for (String alias : aliases.split("\\|")) {
      if (alias.length() < 6 && alias.equals(alias.toUpperCase(Locale.ROOT)) && !alias.isEmpty()) {
        addAcronym(alias, body);
      } else if (!alias.isEmpty()) {
        put(body, alias);
      }
    }
  }

  private void put(Body body, String form) {
    names.put(form, BodyName.of(body, form));
  }

  private void addAcronym(String acronym, Body body) {
    List<Body> known =
        acronyms.computeIfAbsent(acronym.toUpperCase(Locale.ROOT), a -> new ArrayList<>(1));
    if (!known.contains(body)) {
      known.add(body);
    }
  }

  /// A body in two lists keeps the register's identifier.
  private static Body preferred(Body known, Body added) {
    return known.until().isPresent() && added.until().isEmpty() && added.identifier().isPresent()
        ? added
        : known;
  }

  private static int year(String date) {
    return Integer.parseInt(date.substring(0, 4));
  }
}

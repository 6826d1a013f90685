package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.PageSource;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Vacancy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lays a page's structured data over a vacancy found in prose: the page wins where both speak, and
/// where they disagree the field is named as a conflict. Where they agree the text's own words
/// stay, since they have a place.
final class PageData {
  private final Vacancy prose;
  private final PagePost page;
  private final JobPosting posting;
  private final Optional<LocalDate> published;

  /// Fields whose value is the page's.
  private final Set<String> own = new LinkedHashSet<>();

  private final List<String> conflicts = new ArrayList<>();

  private PageData(Vacancy prose, PagePost page, Optional<LocalDate> published) {
    this.prose = prose;
    this.page = page;
    this.posting = page.posting();
    this.published = published;
  }

  static Vacancy over(Vacancy prose, PagePost page, Optional<LocalDate> published) {
    return new PageData(prose, page, published).vacancy();
  }

  private Vacancy vacancy() {
    Optional<String> body = body();
    boolean otherBody = own.contains("organisation");
    String role = role();
    boolean paid = isPaid();
    Optional<PartialDate> deadline = deadline();
    List<String> location = location();
    WorkingPatterns patterns = WorkingPatterns.of(posting, prose.workingPattern());
    if (patterns.differ()) {
      conflicts.add("working_pattern");
    }
    if (!patterns.all().equals(prose.workingPattern())) {
      own.add("working_pattern");
    }
    return new Vacancy(
        body,
        otherBody ? page.body().flatMap(Organisation::identifier) : prose.organisationIdentifier(),
        role,
        paid ? posting.salaryMin() : prose.salaryMin(),
        paid ? posting.salaryMax() : prose.salaryMax(),
        paid ? posting.currency().or(prose::currency) : prose.currency(),
        paid ? posting.period().or(prose::period) : prose.period(),
        prose.grade(),
        !paid && prose.payImplied(),
        deadline,
        location,
        prose.reportsTo(),
        prose.recruiter(),
        prose.contact(),
        patterns.all(),
        status(deadline),
        conflicts,
        prose.confidence(),
        prose.evidence().stream().filter(e -> !own.contains(e.field())).toList(),
        Optional.of(source()));
  }

  private PageSource source() {
    List<FieldEvidence> overruled =
        prose.evidence().stream().filter(e -> conflicts.contains(e.field())).toList();
    return new PageSource(posting.from(), posting.identifier(), List.copyOf(own), overruled);
  }

  private Optional<String> body() {
    Optional<String> known = page.body().map(Organisation::name).or(posting::organisation);
    if (known.isEmpty()) {
      return prose.organisation();
    }
    boolean same = prose.organisation().filter(name -> isSameBody(name, known.get())).isPresent();
    return same ? prose.organisation() : Optional.of(wins("organisation", known.get()));
  }

  private boolean isSameBody(String name, String known) {
    String given = posting.organisation().orElse(known);
    return List.of(known, given).stream()
        .anyMatch(n -> PagePost.within(n, name) || PagePost.within(name, n));
  }

  private String role() {
    boolean stands = says("role");
    if (stands && page.title().filter(t -> !isSameTitle(t)).isPresent()) {
      return wins("role", page.title().get());
    }
    if (!stands) {
      own.add("role");
    }
    return prose.role();
  }

  private boolean isSameTitle(String title) {
    return PagePost.within(title, prose.role()) || PagePost.within(prose.role(), title);
  }

  /// True where the pay is the page's: it gives one, and the text none or another.
  private boolean isPaid() {
    if (posting.salaryMin().isEmpty() && posting.salaryMax().isEmpty()) {
      return false;
    }
    boolean spoken =
        !prose.payImplied() && (prose.salaryMin().isPresent() || prose.salaryMax().isPresent());
    boolean differ =
        differ(posting.salaryMin(), prose.salaryMin())
            || differ(posting.salaryMax(), prose.salaryMax());
    if (spoken && !differ) {
      return false;
    }
    if (spoken) {
      conflicts.add("salary");
    }
    return own.add("salary");
  }

  private static boolean differ(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) != 0;
  }

  private Optional<PartialDate> deadline() {
    Optional<LocalDate> day = posting.validThrough().flatMap(PartialDate::day);
    Optional<PartialDate> closing = day.map(PartialDate::of).or(posting::validThrough);
    if (closing.isEmpty() || closing.equals(prose.deadline())) {
      return prose.deadline();
    }
    boolean other =
        day.filter(d -> prose.deadline().filter(said -> !covers(said, d)).isPresent()).isPresent();
    if (other) {
      conflicts.add("deadline");
    }
    own.add("deadline");
    return closing;
  }

  private static boolean covers(PartialDate date, LocalDate day) {
    return date.first().filter(day::isBefore).isEmpty()
        && date.last().filter(day::isAfter).isEmpty();
  }

  private List<String> location() {
    List<String> places =
        posting.locations().stream()
            .filter(p -> !WorkingPatterns.isRemote(p))
            .map(p -> p.replaceFirst(", (?:GB|UK|United Kingdom)$", ""))
            .toList();
    long known = places.stream().filter(this::isNamed).count();
    if (places.isEmpty()) {
      return prose.location();
    }
    if (known == places.size()) {
      return prose.location().stream()
          .filter(
              p -> places.stream().anyMatch(l -> PagePost.within(p, l) || PagePost.within(l, p)))
          .toList();
    }
    if (known == 0 && !prose.location().isEmpty()) {
      conflicts.add("location");
    }
    own.add("location");
    return places;
  }

  private boolean isNamed(String place) {
    return prose.location().stream()
        .anyMatch(p -> PagePost.within(p, place) || PagePost.within(place, p));
  }

  private Vacancy.Status status(Optional<PartialDate> deadline) {
    boolean over =
        deadline
            .flatMap(PartialDate::last)
            .filter(last -> published.filter(last::isBefore).isPresent())
            .isPresent();
    if (over) {
      return Vacancy.Status.CLOSED;
    }
    boolean beaten = prose.status() == Vacancy.Status.CLOSED && conflicts.contains("deadline");
    return beaten ? Vacancy.Status.OPEN : prose.status();
  }

  private boolean says(String field) {
    return prose.evidence().stream().anyMatch(e -> e.field().equals(field));
  }

  private String wins(String field, String value) {
    if (says(field)) {
      conflicts.add(field);
    }
    own.add(field);
    return value;
  }
}

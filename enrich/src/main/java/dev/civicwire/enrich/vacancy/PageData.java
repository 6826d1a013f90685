package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Vacancy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lays a page's structured data over a vacancy found in prose: the page wins where both speak, and
/// where they disagree the field is named as a conflict.
final class PageData {
  private PageData() {}

  static Vacancy over(Vacancy prose, JobPosting page) {
    List<String> conflicts = new ArrayList<>();
    Optional<String> body =
        chosen("organisation", page.organisation(), prose.organisation(), conflicts);
    boolean sameBody = body.equals(prose.organisation());
    boolean paid = page.salaryMin().isPresent() || page.salaryMax().isPresent();
    if (paid && differ(page, prose)) {
      conflicts.add("salary");
    }
    Optional<PartialDate> closing = page.validThrough();
    Optional<LocalDate> closingDay = closing.flatMap(PartialDate::day);
    boolean otherDay =
        prose
            .deadline()
            .flatMap(PartialDate::day)
            .flatMap(d -> closingDay.filter(c -> !c.equals(d)))
            .isPresent();
    if (otherDay) {
      conflicts.add("deadline");
    }
    return new Vacancy(
        body,
        sameBody ? prose.organisationIdentifier() : Optional.empty(),
        prose.role(),
        paid ? page.salaryMin() : prose.salaryMin(),
        paid ? page.salaryMax() : prose.salaryMax(),
        paid ? page.currency().or(prose::currency) : prose.currency(),
        paid ? page.period().or(prose::period) : prose.period(),
        prose.grade(),
        !paid && prose.payImplied(),
        closingDay.map(PartialDate::of).or(() -> closing).or(prose::deadline),
        page.locations().isEmpty() ? prose.location() : page.locations(),
        prose.reportsTo(),
        prose.recruiter(),
        prose.contact(),
        prose.workingPattern(),
        prose.status(),
        conflicts,
        prose.confidence(),
        prose.evidence());
  }

  private static boolean differ(JobPosting page, Vacancy prose) {
    boolean spoken = prose.salaryMin().isPresent() || prose.salaryMax().isPresent();
    return spoken
        && !prose.payImplied()
        && (differ(page.salaryMin(), prose.salaryMin())
            || differ(page.salaryMax(), prose.salaryMax()));
  }

  private static boolean differ(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) != 0;
  }

  private static Optional<String> chosen(
      String field, Optional<String> page, Optional<String> prose, List<String> conflicts) {
    boolean differ =
        page.isPresent() && prose.isPresent() && !plain(page.get()).equals(plain(prose.get()));
    if (differ) {
      conflicts.add(field);
    }
    return differ ? page : prose.or(() -> page);
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("&", "and").strip();
    return lower.startsWith("the ") ? lower.substring(4) : lower;
  }
}

package dev.civicwire.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A post that somebody seeks to fill (schema.org `JobPosting`): who seeks whom, for how much,
/// until when.
///
/// @param organisation the body that seeks
/// @param organisationIdentifier its identifier in a register
/// @param role normalised title
/// @param salaryMin lower bound of the pay
/// @param salaryMax upper bound of the pay
/// @param currency ISO 4217 code
/// @param period the time that the pay covers
/// @param grade such as `SCS2`
/// @param payImplied true where the pay was looked up from the grade
/// @param deadline for applications
/// @param location places of work
/// @param reportsTo role or person as in the text
/// @param recruiter the firm that searches
/// @param contact the role or firm to ask; never personal contact data
/// @param workingPattern such as `full-time`, `hybrid`, `fixed-term`
/// @param status whether it is still sought
/// @param conflicts names of the fields in which page data and prose disagree
/// @param confidence probability that the record is right, 0 to 1
/// @param evidence the place in the text behind each field that stands there
/// @param page what the page's own data gave; absent where it has none
public record Vacancy(
    Optional<String> organisation,
    Optional<String> organisationIdentifier,
    String role,
    Optional<BigDecimal> salaryMin,
    Optional<BigDecimal> salaryMax,
    Optional<String> currency,
    Optional<PayPeriod> period,
    Optional<String> grade,
    boolean payImplied,
    Optional<PartialDate> deadline,
    List<String> location,
    Optional<String> reportsTo,
    Optional<String> recruiter,
    Optional<String> contact,
    List<String> workingPattern,
    Status status,
    List<String> conflicts,
    double confidence,
    List<FieldEvidence> evidence,
    Optional<PageSource> page) {
  public Vacancy {
    location = Lists.copy((@Nullable List<String>) location);
    workingPattern = Lists.copy((@Nullable List<String>) workingPattern);
    conflicts = Lists.copy((@Nullable List<String>) conflicts);
    evidence = Lists.copy((@Nullable List<FieldEvidence>) evidence);
  }

  /// Whether the post is still sought.
  public enum Status {
    OPEN,
    CLOSED,
    ANNOUNCED
  }
}

package dev.civicwire.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The schema.org `JobPosting` that a page carries, handed to enrich as evidence of its own.
///
/// @param title of the post
/// @param organisation `hiringOrganization`
/// @param salaryMin lower bound of `baseSalary`
/// @param salaryMax upper bound of `baseSalary`
/// @param currency ISO 4217 code
/// @param period `unitText`
/// @param validThrough closing date
/// @param datePosted first publication
/// @param locations `jobLocation`, one line each
/// @param employmentType such as `FULL_TIME`
/// @param identifier of the advert at its publisher
/// @param from `json-ld`, `microdata` or `rdfa`
public record JobPosting(
    Optional<String> title,
    Optional<String> organisation,
    Optional<BigDecimal> salaryMin,
    Optional<BigDecimal> salaryMax,
    Optional<String> currency,
    Optional<PayPeriod> period,
    Optional<PartialDate> validThrough,
    Optional<PartialDate> datePosted,
    List<String> locations,
    List<String> employmentType,
    Optional<String> identifier,
    String from) {
  public JobPosting {
    locations = Lists.copy((@Nullable List<String>) locations);
    employmentType = Lists.copy((@Nullable List<String>) employmentType);
  }
}

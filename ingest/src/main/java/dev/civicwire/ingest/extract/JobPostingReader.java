package dev.civicwire.ingest.extract;

import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads schema.org's `JobPosting` as it stands in a page.
final class JobPostingReader {
  private static final Pattern TIME =
      Pattern.compile("(?i)\\d\\W{0,3}(?:per|an?|/) ?(year|annum|month|week|day|hour)\\b");

  private final StructuredData data;
  private final DateText dates;

  JobPostingReader(StructuredData data, DateText dates) {
    this.data = data;
    this.dates = dates;
  }

  Optional<JobPosting> read() {
    return data.jobPosting().map(this::read);
  }

  private JobPosting read(StructuredData.Thing thing) {
    JsonNode node = thing.node();
    JsonNode salary =
        first(
            node.path("baseSalary").isMissingNode()
                ? node.path("estimatedSalary")
                : node.path("baseSalary"));
    JsonNode value = salary.isObject() ? first(salary.path("value")) : salary;
    Optional<String> currency =
        data.text(salary, "currency")
            .or(() -> data.text(value, "currency"))
            .or(() -> data.text(node, "salaryCurrency"))
            .or(() -> signed(value))
            .map(code -> code.toUpperCase(Locale.ROOT))
            .filter(code -> code.matches("[A-Z]{3}"));
    Optional<PayPeriod> period =
        data.text(value, "unitText")
            .or(() -> data.text(salary, "unitText"))
            .or(() -> data.text(salary, "duration"))
            .flatMap(JobPostingReader::period)
            .or(() -> timed(value));
    StatedPay pay = pay(salary, value, period.filter(PayPeriod.HOUR::equals).isPresent());
    return new JobPosting(
        data.text(node, "title").or(() -> data.text(node, "name")),
        data.text(node, "hiringOrganization"),
        pay.min(),
        pay.max(),
        currency,
        period,
        data.text(node, "validThrough").flatMap(this::date),
        data.text(node, "datePosted").flatMap(dates::find),
        locations(node),
        employmentTypes(node),
        identifier(node),
        thing.from());
  }

  private static JsonNode first(JsonNode node) {
    List<JsonNode> all = StructuredData.list(node);
    return all.isEmpty() ? node : all.getFirst();
  }

  /// A closing date lies in the future more often than not: only its form is checked.
  private Optional<PartialDate> date(String raw) {
    return new DateText(java.time.LocalDate.of(2200, 1, 1), false).find(raw);
  }

  private static StatedPay pay(JsonNode salary, JsonNode value, boolean byHour) {
    StatedPay whole = StatedPay.of(value.isObject() ? value.path("value") : value, byHour);
    return new StatedPay(
        StatedPay.of(value.path("minValue"), byHour)
            .min()
            .or(() -> StatedPay.of(salary.path("minValue"), byHour).min())
            .or(whole::min),
        StatedPay.of(value.path("maxValue"), byHour)
            .max()
            .or(() -> StatedPay.of(salary.path("maxValue"), byHour).max())
            .or(whole::max));
  }

  private static Optional<PayPeriod> period(String unit) {
    return switch (unit.toUpperCase(Locale.ROOT)) {
      case "YEAR", "YEARLY", "ANNUAL", "ANNUALLY", "ANNUM", "PER ANNUM", "P1Y", "ANN" ->
          Optional.of(PayPeriod.YEAR);
      case "MONTH", "MONTHLY", "P1M", "MON" -> Optional.of(PayPeriod.MONTH);
      case "FORTNIGHT", "BIWEEKLY", "BI-WEEKLY", "P2W" -> Optional.of(PayPeriod.FORTNIGHT);
      case "WEEK", "WEEKLY", "P1W", "WEE" -> Optional.of(PayPeriod.WEEK);
      case "DAY", "DAILY", "P1D" -> Optional.of(PayPeriod.DAY);
      case "HOUR", "HOURLY", "PT1H", "HUR" -> Optional.of(PayPeriod.HOUR);
      default -> Optional.empty();
    };
  }

  /// The currency whose sign a text has: `£12.60 per hour`.
  private static Optional<String> signed(JsonNode value) {
    String text = value.isString() ? value.asString("") : "";
    return text.contains("£")
        ? Optional.of("GBP")
        : text.contains("€") ? Optional.of("EUR") : Optional.empty();
  }

  /// The time that a text names behind its amount.
  private static Optional<PayPeriod> timed(JsonNode value) {
    Matcher time = TIME.matcher(value.isString() ? value.asString("") : "");
    return time.find() ? period(time.group(1)) : Optional.empty();
  }

  private List<String> locations(JsonNode node) {
    List<String> lines = new ArrayList<>();
    for (JsonNode place : StructuredData.list(node.path("jobLocation"))) {
      JsonNode resolved = data.resolve(place);
      JsonNode address =
          resolved.isObject() ? data.resolve(first(resolved.path("address"))) : resolved;
      List<String> parts = new ArrayList<>();
      if (address.isObject()) {
        for (String key :
            List.of(
                "name",
                "streetAddress",
                "addressLocality",
                "addressRegion",
                "postalCode",
                "addressCountry")) {
          data.text(address, key).filter(part -> !parts.contains(part)).ifPresent(parts::add);
        }
      } else {
        Texts.nonBlank(address.asString("")).ifPresent(parts::add);
      }
      if (parts.isEmpty()) {
        data.text(resolved, "name").ifPresent(parts::add);
      }
      if (!parts.isEmpty()) {
        lines.add(String.join(", ", parts));
      }
    }
    data.text(node, "jobLocationType").ifPresent(lines::add);
    data.text(node, "applicantLocationRequirements")
        .filter(place -> !lines.contains(place))
        .ifPresent(lines::add);
    return lines;
  }

  private static List<String> employmentTypes(JsonNode node) {
    List<String> types = new ArrayList<>();
    for (JsonNode type : StructuredData.list(node.path("employmentType"))) {
      for (String part : type.asString("").split("[,;/]")) {
        Texts.nonBlank(part).ifPresent(types::add);
      }
    }
    return types;
  }

  private Optional<String> identifier(JsonNode node) {
    JsonNode identifier = first(node.path("identifier"));
    return identifier.isObject()
        ? data.text(identifier, "value").or(() -> data.text(identifier, "name"))
        : Texts.nonBlank(identifier.asString(""));
  }
}

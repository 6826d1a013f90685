package dev.civicwire.ingest.opendata;

import dev.civicwire.contract.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A release in words: the description, then one line a fact.
final class OcdsText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final JsonNode release;
  private final List<String> lines = new ArrayList<>();

  OcdsText(JsonNode release) {
    this.release = release;
  }

  /// Paragraphs with empty lines between them.
  String text() {
    JsonNode tender = release.path("tender");
    Json.text(tender.path("description")).ifPresent(lines::add);
    Json.text(release.path("buyer").path("name")).ifPresent(n -> lines.add("Buyer: " + n));
    value(tender.path("value")).ifPresent(v -> lines.add("Contract value: " + v));
    moment(tender.path("tenderPeriod").path("endDate"))
        .ifPresent(end -> lines.add("Closing date: " + end));
    period(tender.path("contractPeriod"))
        .or(() -> period(tender.path("lots").path(0).path("contractPeriod")))
        .ifPresent(p -> lines.add("Contract period: " + p));
    release.path("awards").forEach(this::award);
    return String.join("\n\n", lines);
  }

  private void award(JsonNode award) {
    List<String> names = new ArrayList<>();
    award.path("suppliers").forEach(s -> Json.text(s.path("name")).ifPresent(names::add));
    if (!names.isEmpty()) {
      lines.add("Awarded to: " + String.join(", ", names));
    }
    value(award.path("value")).ifPresent(v -> lines.add("Award value: " + v));
  }

  private static Optional<String> value(JsonNode value) {
    if (!value.path("amount").isNumber()) {
      return Optional.empty();
    }
    BigDecimal amount = value.path("amount").decimalValue();
    String number =
        String.format(
            Locale.UK, amount.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", amount);
    String currency = Json.text(value.path("currency")).orElse("");
    return Optional.of(
        switch (currency) {
          case "GBP" -> "£" + number;
          case "EUR" -> "€" + number;
          case "USD" -> "$" + number;
          default -> (number + " " + currency).strip();
        });
  }

  private static Optional<String> period(JsonNode period) {
    Optional<String> start = day(period.path("startDate"));
    Optional<String> end = day(period.path("endDate"));
    return start.isPresent() && end.isPresent()
        ? Optional.of(start.get() + " to " + end.get())
        : Optional.empty();
  }

  private static Optional<String> day(JsonNode date) {
    return parse(date).map(DAY::format);
  }

  /// Midnight stands for "no time given".
  private static Optional<String> moment(JsonNode date) {
    return parse(date)
        .map(
            at ->
                at.getHour() == 0 && at.getMinute() == 0
                    ? DAY.format(at)
                    : DAY.format(at) + " at " + TIME.format(at));
  }

  private static Optional<OffsetDateTime> parse(JsonNode date) {
    try {
      return Json.text(date).map(OffsetDateTime::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

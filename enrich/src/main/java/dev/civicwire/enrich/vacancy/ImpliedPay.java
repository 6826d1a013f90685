package dev.civicwire.enrich.vacancy;

import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The pay that a grade implies on a day, from `pay-scales.tsv`. Pay outside the days for which a
/// scale is known is not guessed, and neither is that of a grade that each employer pays as it
/// likes.
final class ImpliedPay {
  private static final int COLUMNS = 9;
  private static final String NONE = "-";

  private final List<Scale> scales;

  private ImpliedPay(List<Scale> scales) {
    this.scales = List.copyOf(scales);
  }

  /// Lowest and highest pay of a grade a year.
  ///
  /// @param currency ISO 4217 code
  record Band(String currency, BigDecimal min, BigDecimal max) {}

  /// @param needs words of which the text must have one, where there are any
  /// @param bars words of which it may have none
  private record Scale(
      String grade,
      LocalDate from,
      LocalDate until,
      Band band,
      List<String> needs,
      List<String> bars) {
    boolean covers(String name, LocalDate day) {
      return grade.equalsIgnoreCase(name) && !day.isBefore(from) && !day.isAfter(until);
    }

    boolean fits(String text) {
      return (needs.isEmpty() || needs.stream().anyMatch(text::contains))
          && bars.stream().noneMatch(text::contains);
    }
  }

  static ImpliedPay load() {
    return new ImpliedPay(
        Rows.of(ImpliedPay.class, "pay-scales.tsv", COLUMNS).stream()
            .map(ImpliedPay::scale)
            .toList());
  }

  private static Scale scale(String[] row) {
    Band band = new Band(row[3], new BigDecimal(row[4]), new BigDecimal(row[5]));
    return new Scale(
        row[0],
        LocalDate.parse(row[1]),
        LocalDate.parse(row[2]),
        band,
        words(row[6]),
        words(row[7]));
  }

  private static List<String> words(String cell) {
    return cell.equals(NONE) ? List.of() : List.of(cell.split("\\|"));
  }

  /// What `grade` pays on the day of the document's publication; nothing where that is unknown.
  Optional<Band> of(String grade, Document document) {
    return document
        .published()
        .flatMap(day -> scales.stream().filter(s -> s.covers(grade, day)).findFirst())
        .filter(s -> s.fits(document.normal()))
        .map(Scale::band);
  }
}

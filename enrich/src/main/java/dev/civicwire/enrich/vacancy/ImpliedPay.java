package dev.civicwire.enrich.vacancy;

import dev.civicwire.enrich.text.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The pay that a grade implies on a day, from `pay-scales.tsv`. Pay before the first known scale,
/// or more than two years after the last, is not guessed.
final class ImpliedPay {
  private static final int COLUMNS = 4;
  private static final int MAX_AGE_YEARS = 2;

  private final List<Scale> scales = new ArrayList<>();

  private ImpliedPay() {}

  /// Lowest and highest pay of a grade in pounds a year.
  record Band(BigDecimal min, BigDecimal max) {}

  private record Scale(String grade, LocalDate from, Band band) {}

  static ImpliedPay load() {
    ImpliedPay pay = new ImpliedPay();
    for (String[] row : Rows.of(ImpliedPay.class, "pay-scales.tsv", COLUMNS)) {
      Band band = new Band(new BigDecimal(row[2]), new BigDecimal(row[3]));
      pay.scales.add(new Scale(row[0], LocalDate.parse(row[1]), band));
    }
    pay.scales.sort(Comparator.comparing(Scale::from));
    return pay;
  }

  /// What `grade` paid on `day`; nothing where the day is unknown.
  Optional<Band> of(String grade, Optional<LocalDate> day) {
    return day.flatMap(
        d ->
            scales.stream()
                .filter(s -> s.grade().equalsIgnoreCase(grade) && !s.from().isAfter(d))
                .reduce((earlier, later) -> later)
                .filter(s -> s.from().plusYears(MAX_AGE_YEARS).isAfter(d))
                .map(Scale::band));
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.contract.Salary;
import dev.civicwire.enrich.money.Grades;
import dev.civicwire.enrich.money.Grades.Grade;
import dev.civicwire.enrich.text.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The pay that the grades of an article imply: what a scale in force on the day of publication
/// gives a grade for which the text states no pay. Immutable and safe for threads.
public final class ImpliedSalaries {
  private static final String SCALES = "pay-scales/1";

  /// How sure it is that the grade is one of the scale's, and the scale its employer's.
  private static final double SURE = 0.8;

  private final ImpliedPay scales = ImpliedPay.load();
  private final Grades grades = new Grades();

  /// One for each grade, its evidence the places of the grade, in text order.
  public List<Salary> of(Findings findings) {
    Document document = findings.document();
    Set<String> stated =
        findings.money().salaries().stream()
            .flatMap(s -> s.grade().stream())
            .map(g -> g.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, List<Mention>> places = new LinkedHashMap<>();
    for (Grade grade : grades.in(document)) {
      if (!stated.contains(grade.name().toLowerCase(Locale.ROOT))) {
        places
            .computeIfAbsent(grade.name(), g -> new ArrayList<>())
            .add(Mention.of(document.text(), grade.start(), grade.end()));
      }
    }
    List<Salary> implied = new ArrayList<>();
    places.forEach(
        (grade, at) ->
            scales.of(grade, document).ifPresent(band -> implied.add(salary(grade, band, at))));
    return List.copyOf(implied);
  }

  private static Salary salary(String grade, ImpliedPay.Band band, List<Mention> at) {
    return new Salary(
        Optional.of(band.min()),
        Optional.of(band.max()),
        band.currency(),
        PayPeriod.YEAR,
        band.min().compareTo(band.max()) == 0 ? Salary.Qualifier.EXACT : Salary.Qualifier.RANGE,
        Optional.of(grade),
        true,
        Evidence.of(at.getFirst(), at, SURE, SCALES));
  }
}

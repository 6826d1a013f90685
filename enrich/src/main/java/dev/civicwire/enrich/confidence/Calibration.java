package dev.civicwire.enrich.confidence;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Headcount;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.Quotation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.text.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns an annotator's own measure of a value into the probability that the value is right, by
/// `calibration.tsv`: of values said to be 0.9 sure about nine in ten are right. The table is made
/// by `civicwire train confidence`. Immutable and safe for threads.
public final class Calibration {
  private static final int COLUMNS = 4;

  /// The annotator of a row for all that have none of their own.
  static final String ANY = "*";

  private final Map<String, NavigableMap<Double, Double>> steps = new HashMap<>();

  private Calibration() {}

  /// The shipped table.
  public static Calibration load() {
    Calibration calibration = new Calibration();
    for (String[] row : Rows.of(Calibration.class, "calibration.tsv", COLUMNS)) {
      calibration
          .steps
          .computeIfAbsent(key(row[0], row[1]), k -> new TreeMap<>())
          .put(Double.parseDouble(row[2]), Double.parseDouble(row[3]));
    }
    return calibration;
  }

  /// Leaves every measure as it is: for measuring.
  public static Calibration none() {
    return new Calibration();
  }

  /// `values` of one type with calibrated confidences.
  ///
  /// @param field of the tagged article in which they stand, such as `salaries`
  public <V extends Value> List<V> of(String field, List<V> values) {
    return steps.isEmpty() ? values : values.stream().map(v -> of(field, v)).toList();
  }

  private <V extends Value> V of(String field, V value) {
    Evidence old = value.evidence();
    double confidence = confidence(field, old.annotator(), old.confidence());
    Evidence sure =
        new Evidence(
            old.surface(), old.start(), old.end(), confidence, old.annotator(), old.mentions());
    return with(value, sure);
  }

  private double confidence(String field, String annotator, double measure) {
    int version = annotator.indexOf('/');
    String name = version < 0 ? annotator : annotator.substring(0, version);
    @Nullable NavigableMap<Double, Double> own = steps.get(key(field, name));
    @Nullable NavigableMap<Double, Double> table = own == null ? steps.get(key(field, ANY)) : own;
    if (table == null || table.isEmpty()) {
      return measure;
    }
    Map.@Nullable Entry<Double, Double> step = table.floorEntry(measure);
    return step == null ? table.firstEntry().getValue() : step.getValue();
  }

  private static String key(String field, String annotator) {
    return field + " " + annotator;
  }

  @SuppressWarnings("unchecked") // each branch gives the type that it was given
  private static <V extends Value> V with(V value, Evidence e) {
    Value sure =
        switch (value) {
          case RoleValue v -> new RoleValue(v.title(), v.status(), v.holder(), v.organisation(), e);
          case Salary v ->
              new Salary(
                  v.min(),
                  v.max(),
                  v.currency(),
                  v.period(),
                  v.qualifier(),
                  v.grade(),
                  v.implied(),
                  e);
          case Budget v ->
              new Budget(v.amount(), v.amountMin(), v.currency(), v.period(), v.kind(), e);
          case OtherMoney v -> new OtherMoney(v.amount(), v.currency(), e);
          case Deadline v -> new Deadline(v.date(), v.kind(), v.time(), e);
          case Event v -> new Event(v.date(), v.kind(), e);
          case Headcount v -> new Headcount(v.count(), v.countMin(), v.of(), e);
          case Organisation v ->
              new Organisation(v.name(), v.acronym(), v.kind(), v.identifier(), e);
          case Person v -> new Person(v.name(), v.post(), e);
          case Place v -> new Place(v.name(), v.identifier(), e);
          case Quotation v ->
              new Quotation(v.speaker(), v.person(), v.organisation(), v.post(), v.speakerAt(), e);
        };
    return (V) sure;
  }
}

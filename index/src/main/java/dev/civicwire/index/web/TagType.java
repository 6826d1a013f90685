package dev.civicwire.index.web;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.contract.Headcount;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.OtherMoney;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.Quotation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.Value;
import java.util.Locale;

/// Types of values, in the order of the legend.
enum TagType {
  ROLE("Role"),
  SALARY("Salary"),
  DEADLINE("Deadline"),
  BUDGET("Public money"),
  ORGANISATION("Organisation"),
  PERSON("Person"),
  PLACE("Place"),
  EVENT("Event"),
  HEADCOUNT("Headcount"),
  MONEY("Other money"),
  QUOTATION("Quotation");

  private final String label;

  TagType(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// Class name in the style sheet.
  String style() {
    return "t-" + name().toLowerCase(Locale.ROOT);
  }

  static TagType of(Value value) {
    return switch (value) {
      case RoleValue v -> ROLE;
      case Salary v -> SALARY;
      case Deadline v -> DEADLINE;
      case Budget v -> BUDGET;
      case Organisation v -> ORGANISATION;
      case Person v -> PERSON;
      case Place v -> PLACE;
      case Event v -> EVENT;
      case Headcount v -> HEADCOUNT;
      case OtherMoney v -> MONEY;
      case Quotation v -> QUOTATION;
    };
  }
}

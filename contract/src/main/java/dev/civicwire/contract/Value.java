package dev.civicwire.contract;

/// A value that an annotator found in an article. Every one shows its evidence.
public sealed interface Value
    permits RoleValue,
        Salary,
        Budget,
        OtherMoney,
        Deadline,
        Event,
        Headcount,
        Organisation,
        Person,
        Place,
        Quotation {
  /// Where the value stands in the text, how sure, by whom.
  Evidence evidence();
}

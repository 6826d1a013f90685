package dev.civicwire.enrich.particulars;

/// What a label of an advert's line is for.
public enum Item {
  /// The title of the post that is open.
  POST,
  EMPLOYER,
  PAY,
  /// The lower bound alone: `Minimum salary`.
  PAY_MIN,
  /// The upper bound alone: `Salary range to`.
  PAY_MAX,
  /// The time that the pay covers: `Salary frequency`.
  PAY_PERIOD,
  CLOSING,
  /// When the advert appeared or opened.
  OPENING,
  PLACE,
  BOSS,
  /// What tells of an advert and gives none of the others: hours, contract, reference.
  TERMS,
  RECRUITER
}

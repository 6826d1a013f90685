package dev.civicwire.enrich.vacancy;

import java.util.Locale;

/// What a cue of `cues.tsv` ties to a vacancy.
enum Field {
  REPORTS_TO(false),
  LOCATION(false),
  RECRUITER(false),
  EMPLOYER(false),
  PARENT(false),
  OFFER(false),
  PREVIOUS(false),
  ANNOUNCED(false),
  CLOSED(false),
  FULL_TIME(true),
  PART_TIME(true),
  JOB_SHARE(true),
  HYBRID(true),
  REMOTE(true),
  FLEXIBLE(true),
  FIXED_TERM(true),
  PERMANENT(true),
  TEMPORARY(true),
  SECONDMENT(true);

  private final boolean pattern;

  Field(boolean pattern) {
    this.pattern = pattern;
  }

  /// True where it names a working pattern.
  boolean isPattern() {
    return pattern;
  }

  /// As the record has it, such as `full-time`.
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

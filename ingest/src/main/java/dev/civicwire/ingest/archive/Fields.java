package dev.civicwire.ingest.archive;

/// Our own fields of a response record, for what the standard has no place for.
final class Fields {
  /// The source that led to the page.
  static final String SOURCE = "Civicwire-Source";

  /// The id of the article that the page gave.
  static final String ARTICLE = "Civicwire-Article";

  /// When it was published, as its source says.
  static final String PUBLISHED = "Civicwire-Published";

  /// That the article is another page's.
  static final String DUPLICATE = "Civicwire-Duplicate";

  private Fields() {}
}

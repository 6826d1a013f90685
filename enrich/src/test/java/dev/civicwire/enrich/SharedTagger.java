package dev.civicwire.enrich;

/// The tagger that tests share: loading one takes a second.
public final class SharedTagger {
  /// Immutable and safe for threads.
  public static final Tagger TAGGER = Tagger.load();

  private SharedTagger() {}
}

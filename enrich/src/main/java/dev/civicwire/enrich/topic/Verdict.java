package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Relevance;

/// What an article is about, as far as posts and bodies tell.
///
/// @param publicSector whether its subject is a public body
/// @param seeks whether a post is sought in it, if only by the way
/// @param vacancy whether it is about a post that is sought
/// @param appointment whether somebody takes a post
/// @param departure whether somebody leaves one
/// @param advert whether it is an advert itself
/// @param aside whether its headline has another subject than a post
/// @param digital whether it speaks of technology at all
public record Verdict(
    boolean publicSector,
    boolean seeks,
    boolean vacancy,
    boolean appointment,
    boolean departure,
    boolean advert,
    boolean aside,
    boolean digital) {
  /// True where a post is its subject.
  public boolean job() {
    return publicSector && !aside && (vacancy || appointment || departure);
  }

  /// Why it matters.
  public Relevance relevance() {
    if (!publicSector) {
      return Relevance.NONE;
    }
    if (job()) {
      return Relevance.JOB;
    }
    return aside && vacancy ? Relevance.BOTH : digital ? Relevance.TRANSFORMATION : Relevance.NONE;
  }
}

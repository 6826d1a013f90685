package dev.civicwire.enrich.vacancy;

/// What a cue of `moves.tsv` says of a person.
enum MoveCue {
  /// Comes to a post or body: `becomes`, `joins`.
  TAKES,
  /// Comes to a post where one is told, else goes: `moves to`.
  MOVES,
  /// Is chosen; a day beside it is that of the choice unless it says from when.
  APPOINTS,
  /// Begins, at what another sentence tells.
  STARTS,
  /// Gives up a post: `resigns`, `steps down`.
  LEAVES,
  /// A noun for the same; a day beside it is most often that of the news.
  EXITS,
  /// `leaves`, which people do with rooms too: counts where a post of theirs is known.
  GOES;

  boolean isArrival() {
    return switch (this) {
      case TAKES, MOVES, APPOINTS, STARTS -> true;
      case LEAVES, EXITS, GOES -> false;
    };
  }

  /// True where a day beside the cue tells when the news came.
  boolean isNews() {
    return this == APPOINTS || this == EXITS;
  }
}

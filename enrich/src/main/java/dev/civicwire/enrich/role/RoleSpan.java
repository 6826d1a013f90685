package dev.civicwire.enrich.role;

import java.util.OptionalInt;

/// A place where a post is named.
///
/// @param first word
/// @param last word, exclusive
/// @param head word that names the kind of post
/// @param sort of title
/// @param plural true for `developers`
/// @param body number of the body that follows as the post's own: `director of X at BODY`
record RoleSpan(int first, int last, int head, Sort sort, boolean plural, OptionalInt body) {
  /// What kind of title.
  enum Sort {
    CHIEF,
    ACRONYM,
    DIRECTOR,
    HEAD_OF,
    SECRETARY,
    FIXED,
    PROFESSION,
    TITLE_LINE
  }

  /// True for a line that is a title up to its end: the title may go on in the next one.
  boolean cut() {
    return sort == Sort.TITLE_LINE;
  }

  RoleSpan to(int end) {
    return new RoleSpan(first, end, head, sort, plural, body);
  }

  RoleSpan of(int number) {
    return new RoleSpan(first, last, head, sort, plural, OptionalInt.of(number));
  }
}

package dev.civicwire.contract;

/// A place in an article's text.
///
/// @param start offset of the first UTF-16 code unit, inclusive
/// @param end offset after the last UTF-16 code unit, exclusive
/// @param surface the text between them: `text.substring(start, end)`, always
public record Mention(int start, int end, String surface) implements Comparable<Mention> {
  public Mention {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a place in a text: [" + start + ", " + end + ")");
    }
  }

  /// The mention of `[start, end)` in `text`.
  public static Mention of(String text, int start, int end) {
    return new Mention(start, end, text.substring(start, end));
  }

  /// True where the two share at least one character.
  public boolean overlaps(Mention other) {
    return start < other.end && other.start < end;
  }

  /// True where `text` really holds this surface at this place.
  public boolean standsIn(String text) {
    return end <= text.length()
        && text.startsWith(surface, start)
        && surface.length() == end - start;
  }

  @Override
  public int compareTo(Mention other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(other.end, end);
  }
}

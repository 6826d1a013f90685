package dev.civicwire.enrich.text;

/// A phrase that speaks for one kind of value near it.
///
/// @param kind for which it speaks
/// @param side on which of the value's sides it counts
/// @param reach how many words may stand between it and the value
/// @param weight how loudly it speaks right beside the value; negative where it speaks against
/// @param phrase as the resource has it
public record Cue<K extends Enum<K>>(K kind, Side side, int reach, double weight, String phrase) {
  /// Where a cue must stand.
  public enum Side {
    BEFORE,
    AFTER,
    EITHER;

    static Side of(String sign) {
      return switch (sign) {
        case "<" -> BEFORE;
        case ">" -> AFTER;
        case "=" -> EITHER;
        default -> throw new IllegalStateException("a cue's side is <, > or =, not " + sign);
      };
    }
  }

  /// A cue's place in a text.
  ///
  /// @param first index of its first word
  /// @param end index after its last word
  /// @param cue what stands there
  public record Hit<K extends Enum<K>>(int first, int end, Cue<K> cue) {}
}

package dev.civicwire.enrich.count;

import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Words;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The phrases of `frames.tsv` in one text: what right beside a number tells that it counts people,
/// though no noun says so.
final class Frames {
  /// Of "well over about 40" no more is passed over.
  private static final int MAX_ABOUT = 3;

  /// What a phrase tells of the number beside it.
  enum Frame {
    TEAM,
    GONE,
    ECHO,
    ABOUT
  }

  /// Ends of the phrases that stand before a number; of those that may stand between, with their
  /// first words.
  private final Map<Frame, Set<Integer>> before = new EnumMap<>(Frame.class);

  /// First words of the phrases that stand behind a number.
  private final Map<Frame, Set<Integer>> behind = new EnumMap<>(Frame.class);

  private final Map<Integer, Integer> about = new HashMap<>();

  Frames(CueLexicon<Frame> lexicon, Words words) {
    for (Frame frame : Frame.values()) {
      before.put(frame, new HashSet<>());
      behind.put(frame, new HashSet<>());
    }
    for (Cue.Hit<Frame> hit : lexicon.find(words)) {
      Frame frame = hit.cue().kind();
      switch (hit.cue().side()) {
        case BEFORE, EITHER -> at(before, frame).add(hit.end());
        case AFTER -> at(behind, frame).add(hit.first());
      }
      if (frame == Frame.ABOUT) {
        about.merge(hit.end(), hit.first(), Math::min);
      }
    }
  }

  private static Set<Integer> at(Map<Frame, Set<Integer>> places, Frame frame) {
    Set<Integer> known = places.get(frame);
    return known == null ? Set.of() : known;
  }

  /// True where `frame` stands right before the number whose first word is `first`.
  boolean isBefore(Frame frame, int first) {
    int at = first;
    for (int n = 0; n < MAX_ABOUT; n++) {
      if (at(before, frame).contains(at)) {
        return true;
      }
      Integer earlier = about.get(at);
      if (earlier == null) {
        return false;
      }
      at = earlier;
    }
    return false;
  }

  /// True where `frame` stands right behind the number that ends before word `after`.
  boolean isBehind(Frame frame, int after) {
    return at(behind, frame).contains(after);
  }
}

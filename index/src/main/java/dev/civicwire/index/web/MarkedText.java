package dev.civicwire.index.web;

import dev.civicwire.contract.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Cuts an article's text at every start and end of a mention, so that nested and overlapping tags
/// need no nested markup. Time grows with places times overlaps, not with places times text.
final class MarkedText {
  /// Beyond this a page would be too large to read or to send.
  private static final int MAX_MENTIONS = 5_000;

  private record Place(int start, int end, TagView tag, boolean first) {}

  private final String text;
  private final List<Place> places;
  private final Set<String> anchored = new HashSet<>();

  private MarkedText(String text, List<Place> places) {
    this.text = text;
    this.places = places;
  }

  /// The paragraphs of `text`, each as its segments.
  static List<List<Segment>> paragraphs(String text, List<TagView> tags) {
    List<Place> places = new ArrayList<>();
    for (TagView tag : tags) {
      for (Mention m : tag.mentions()) {
        places.add(new Place(m.start(), m.end(), tag, m.equals(tag.mentions().getFirst())));
      }
    }
    places.sort(Comparator.comparingInt(Place::start).thenComparingInt(Place::end));
    List<Place> marked = places.subList(0, Math.min(places.size(), MAX_MENTIONS));
    return new MarkedText(text, marked).paragraphs();
  }

  private List<List<Segment>> paragraphs() {
    List<List<Segment>> paragraphs = new ArrayList<>();
    List<Place> open = new ArrayList<>();
    int next = 0;
    int start = 0;
    while (start <= text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      int from = start;
      open.removeIf(p -> p.end() <= from);
      while (next < places.size() && places.get(next).start() < end) {
        open.add(places.get(next++));
      }
      List<Segment> segments = segments(start, end, open);
      if (!segments.isEmpty()) {
        paragraphs.add(segments);
      }
      start = end + 1;
    }
    return paragraphs;
  }

  private List<Segment> segments(int start, int end, List<Place> here) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
    for (Place place : here) {
      cuts.add(Math.clamp(place.start(), start, end));
      cuts.add(Math.clamp(place.end(), start, end));
    }
    List<Segment> segments = new ArrayList<>();
    int from = start;
    for (int cut : cuts.tailSet(start, false)) {
      segments.add(segment(from, cut, here));
      from = cut;
    }
    return segments;
  }

  private Segment segment(int from, int to, List<Place> here) {
    List<Place> covering =
        here.stream()
            .filter(p -> p.start() <= from && p.end() >= to)
            .sorted(Comparator.comparingInt(p -> p.end() - p.start()))
            .toList();
    List<String> anchors = new ArrayList<>();
    for (Place place : covering) {
      if (place.first() && anchored.add(place.tag().place())) {
        anchors.add(place.tag().place());
      }
    }
    boolean starts = !covering.isEmpty() && covering.getFirst().start() == from;
    List<TagView> tags = covering.stream().map(Place::tag).distinct().toList();
    return new Segment(text.substring(from, to), tags, anchors, starts);
  }
}

package dev.civicwire.app.pipeline;

import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.topic.BatchHandler;
import dev.civicwire.contract.topic.TopicRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps the newest of all tagged articles that are read, each in its newest version, and no more
/// than asked for.
public final class NewestTagged implements BatchHandler<TaggedArticle> {
  private final int most;
  private final TreeMap<Place, TaggedArticle> articles = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /// Keeps `most` articles.
  public NewestTagged(int most) {
    this.most = most;
  }

  /// Versions of different articles may be equal.
  private record Place(long version, String key) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byVersion = Long.compare(version, other.version);
      return byVersion != 0 ? byVersion : key.compareTo(other.key);
    }
  }

  @Override
  public List<Rejection> handle(List<TopicRecord<TaggedArticle>> records) {
    records.forEach(this::take);
    return List.of();
  }

  private void take(TopicRecord<TaggedArticle> record) {
    Place known = places.get(record.key());
    if (known != null && known.version() > record.version()) {
      return;
    }
    if (known != null) {
      articles.remove(known);
      places.remove(record.key());
    }
    if (record.value().isPresent()) {
      Place place = new Place(record.version(), record.key());
      articles.put(place, record.value().get());
      places.put(record.key(), place);
    }
    if (articles.size() > most) {
      places.remove(articles.pollFirstEntry().getKey().key());
    }
  }

  /// The articles, the newest first.
  public List<TaggedArticle> articles() {
    return List.copyOf(articles.descendingMap().values());
  }
}

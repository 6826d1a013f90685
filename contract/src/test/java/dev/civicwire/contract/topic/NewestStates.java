package dev.civicwire.contract.topic;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The newest state of each key, as a list.
final class NewestStates implements CrawlLog.StateReader {
  private final Map<String, CrawlState> states = new LinkedHashMap<>();

  @Override
  public void put(CrawlState state) {
    states.put(state.key(), state);
  }

  @Override
  public void forget(String key) {
    states.remove(key);
  }

  @Override
  public boolean knows(String key) {
    return states.containsKey(key);
  }

  /// Those of a log.
  static List<CrawlState> of(CrawlLog log) {
    NewestStates newest = new NewestStates();
    log.load(newest);
    return List.copyOf(newest.states.values());
  }
}

package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/// Pairs labels that stand in one list with the values that stand in the next one, `Salary,
/// Location` beside `£45,000, Northdale`: two columns that are written one after the other.
final class ParallelLists {
  private static final int MAX_PAIRS = 20;

  private final List<Block> blocks;
  private final List<Box> boxes;

  ParallelLists(List<Block> blocks, List<Box> boxes) {
    this.blocks = blocks;
    this.boxes = boxes;
  }

  /// Pairs the blocks of `values`, which has just ended, with as many labels right before it.
  void pair(Box values) {
    int count = blocks.size() - values.first;
    int from = values.first - count;
    if (count < 2 || count > MAX_PAIRS || from < 0 || !areLabels(from, values)) {
      return;
    }
    List<Block> pairs = new ArrayList<>();
    for (int at = from; at < values.first; at++) {
      Block value = blocks.get(at + count);
      if (value.row || value.heading > 0 || !Labels.isValue(value.text)) {
        return;
      }
      pairs.add(blocks.get(at).joined(value));
    }
    blocks.subList(from, blocks.size()).clear();
    blocks.addAll(pairs);
    for (int at = values.index; at < boxes.size(); at++) {
      boxes.get(at).first = blocks.size();
      boxes.get(at).end = blocks.size();
    }
  }

  /// All of a box beside `values`, and nothing else, is labels.
  private boolean areLabels(int from, Box values) {
    Block first = blocks.get(from);
    if (from > 0 && Labels.isLone(blocks.get(from - 1))) {
      return false;
    }
    for (int at = from; at < values.first; at++) {
      Block label = blocks.get(at);
      if (!Labels.isLone(label) || label.box.parent != first.box.parent) {
        return false;
      }
    }
    Box list = first.box.parent;
    return list != null && list != values && list.parent == values.parent;
  }
}

package dev.civicwire.enrich.particulars;

import dev.civicwire.enrich.text.PlainWords;
import dev.civicwire.enrich.text.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The labels of an advert's lines: whole ones from `labels.tsv`, and those made of the words in
/// `label-words.tsv`. Immutable and safe for threads.
final class LabelLexicon {
  private static final int COLUMNS = 2;
  private static final int WORD_COLUMNS = 3;
  private static final int MAX_WORDS = 9;

  private static final Set<String> LOW = Set.of("minimum", "min", "from", "lowest", "bottom");
  private static final Set<String> HIGH = Set.of("maximum", "max", "to", "highest", "top");

  private final Map<String, Item> whole = new HashMap<>();
  private final List<Sort> sorts = new ArrayList<>();

  /// Every word of any label.
  private final Set<String> words = new HashSet<>();

  private LabelLexicon() {}

  /// Labels of one item: one of `heads`, and beside it nothing but words of `others`.
  private record Sort(Item item, Set<String> heads, Set<String> others) {}

  static LabelLexicon load() {
    LabelLexicon labels = new LabelLexicon();
    for (String[] row : Rows.of(LabelLexicon.class, "labels.tsv", COLUMNS)) {
      for (String label : row[1].split(" / ")) {
        labels.whole.put(label, Item.valueOf(row[0]));
        labels.words.addAll(List.of(label.split(" ")));
      }
    }
    for (String[] row : Rows.of(LabelLexicon.class, "label-words.tsv", WORD_COLUMNS)) {
      labels.sorts.add(
          new Sort(
              Item.valueOf(row[0]),
              Set.of(row[1].split(" / ")),
              new HashSet<>(List.of(row[2].split(" ")))));
      labels.words.addAll(List.of((row[1] + " " + row[2]).split(" ")));
    }
    return labels;
  }

  /// What `label` is for, however it is marked, and whatever its brackets add.
  Optional<Item> of(String label) {
    if (!words.contains(first(label))) {
      return Optional.empty();
    }
    Optional<Item> item = plain(PlainWords.of(label));
    int open = label.indexOf('(');
    return item.isPresent() || open < 1 ? item : plain(PlainWords.of(label.substring(0, open)));
  }

  /// The first word in lower case: most lines of a text are no labels, and end the search here.
  private static String first(String label) {
    int start = 0;
    while (start < label.length() && !Character.isLetterOrDigit(label.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < label.length() && Character.isLetterOrDigit(label.charAt(end))) {
      end++;
    }
    return label.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private Optional<Item> plain(String label) {
    Item known = whole.get(label);
    if (known != null || label.isEmpty()) {
      return Optional.ofNullable(known);
    }
    List<String> parts = List.of(label.split(" "));
    if (parts.size() > MAX_WORDS || !words.containsAll(parts)) {
      return Optional.empty();
    }
    for (Sort sort : sorts) {
      if (isMadeOf(parts, sort)) {
        return Optional.of(bounded(sort.item(), parts));
      }
    }
    return Optional.empty();
  }

  private static Item bounded(Item item, List<String> words) {
    boolean low = words.stream().anyMatch(LOW::contains);
    boolean high = words.stream().anyMatch(HIGH::contains);
    return item != Item.PAY || low == high ? item : low ? Item.PAY_MIN : Item.PAY_MAX;
  }

  private static boolean isMadeOf(List<String> words, Sort sort) {
    boolean head = false;
    int i = 0;
    while (i < words.size()) {
      int end = headEnd(words, i, sort.heads());
      head |= end > i;
      if (end == i && !sort.others().contains(words.get(i))) {
        return false;
      }
      i = Math.max(end, i + 1);
    }
    return head;
  }

  /// The index after the longest head at `first`; `first` where none stands there.
  private static int headEnd(List<String> words, int first, Set<String> heads) {
    for (int end = Math.min(words.size(), first + 4); end > first; end--) {
      if (heads.contains(String.join(" ", words.subList(first, end)))) {
        return end;
      }
    }
    return first;
  }
}

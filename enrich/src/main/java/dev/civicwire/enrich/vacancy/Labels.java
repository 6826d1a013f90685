package dev.civicwire.enrich.vacancy;

import dev.civicwire.enrich.text.Rows;
import dev.civicwire.enrich.vacancy.Particulars.Item;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The labels of an advert's lines, from `labels.tsv`. Immutable and safe for threads.
final class Labels {
  private static final int COLUMNS = 2;

  private final Map<String, Item> items = new HashMap<>();

  private Labels() {}

  static Labels load() {
    Labels labels = new Labels();
    for (String[] row : Rows.of(Labels.class, "labels.tsv", COLUMNS)) {
      Item item = Item.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String label : row[1].split(" / ")) {
        labels.items.put(label, item);
      }
    }
    return labels;
  }

  /// What `label` is for, however it is marked.
  Optional<Item> of(String label) {
    return Optional.ofNullable(items.get(plain(label)));
  }

  private static String plain(String label) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char c = Character.toLowerCase(label.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }
}

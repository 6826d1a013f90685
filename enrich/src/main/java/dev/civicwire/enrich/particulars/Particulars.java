package dev.civicwire.enrich.particulars;

import dev.civicwire.contract.Mention;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The particulars that an advert gives in labelled lines: `Salary: £45,000`, `Salary | £45,000`,
/// a label with its value after a gap, or on the next line. Immutable.
public final class Particulars {
  private final Map<Item, List<Span>> spans = new EnumMap<>(Item.class);

  /// The place of a value, in offsets of the text.
  ///
  /// @param label offset of its label
  /// @param start of its first character
  /// @param end after its last character
  public record Span(int label, int start, int end) {
    /// True where the mention stands in the value.
    public boolean has(Mention mention) {
      return has(mention.start(), mention.end());
    }

    /// True where `[from, to)` stands in the value.
    public boolean has(int from, int to) {
      return from >= start && to <= end;
    }
  }

  Particulars(Map<Item, List<Span>> spans) {
    spans.forEach((item, places) -> this.spans.put(item, List.copyOf(places)));
  }

  /// Where the values of `item` stand, in text order.
  public List<Span> of(Item item) {
    List<Span> places = spans.get(item);
    return places == null ? List.of() : places;
  }

  /// The value of `item` in which `[start, end)` stands.
  public Optional<Span> at(Item item, int start, int end) {
    return of(item).stream().filter(span -> span.has(start, end)).findFirst();
  }

  /// True where the label of one of them starts at `offset`.
  public boolean hasLabel(int offset) {
    return spans.values().stream().flatMap(List::stream).anyMatch(s -> s.label() == offset);
  }

  /// True where two or more sorts of particulars are given; a post's title and its terms are one.
  public boolean isAdvert() {
    boolean both = spans.containsKey(Item.POST) && spans.containsKey(Item.TERMS);
    return spans.size() > (both ? 2 : 1);
  }

  /// True where they are those of a post that is open: its pay or closing date, and more.
  public boolean isOpenPost() {
    boolean pay = spans.containsKey(Item.PAY) || spans.containsKey(Item.PAY_MIN);
    return isAdvert() && (pay || spans.containsKey(Item.CLOSING));
  }
}

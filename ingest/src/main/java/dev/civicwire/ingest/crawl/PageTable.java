package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlState.OfUrl;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// Every known page by its identity, in little memory: an open table of places in [Slabs], where
/// the pages' states are bytes, some 200 a page. For one thread at a time.
final class PageTable {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final int HEX = 16;

  /// Places, counted from one; a slot that is empty has none.
  private int[] slots = new int[FIRST_SLOTS];

  private final Slabs slabs = new Slabs();
  private final PageBytes codec = new PageBytes();
  private int size;

  /// The hash under which a page is kept: that of an article whose canonical address it is.
  record PageHash(long high, long low) {
    static PageHash of(String identity) {
      return ofArticle(ArticleId.of(identity));
    }

    /// @param id 32 hexadecimal digits, as ids are; another text has the key of its hash
    static PageHash ofArticle(String id) {
      return isId(id)
          ? new PageHash(
              HexFormat.fromHexDigitsToLong(id, 0, HEX),
              HexFormat.fromHexDigitsToLong(id, HEX, 2 * HEX))
          : of(id);
    }

    private static boolean isId(String id) {
      for (int i = 0; i < id.length(); i++) {
        if (!HexFormat.isHexDigit(id.charAt(i))) {
          return false;
        }
      }
      return id.length() == 2 * HEX;
    }

    /// Whether this is the key of that article, and [#text] its id.
    boolean isOf(String articleId) {
      return isId(articleId)
          && equals(ofArticle(articleId))
          && articleId.chars().noneMatch(Character::isUpperCase);
    }

    /// As an article's id.
    String text() {
      return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
  }

  Optional<OfUrl> get(PageHash key) {
    int place = slots[slot(key)] - 1;
    return place < 0 ? Optional.empty() : Optional.of(codec.decode(key, slabs.bytes(place)));
  }

  boolean contains(PageHash key) {
    return slots[slot(key)] > 0;
  }

  void put(PageHash key, OfUrl page) {
    if (size * 3L >= slots.length * 2L) {
      grow();
    }
    ByteWriter bytes = codec.encode(key, page);
    int slot = slot(key);
    int place = slots[slot] - 1;
    if (place >= 0 && slabs.replace(place, bytes.array(), bytes.size())) {
      return;
    }
    if (place >= 0) {
      slabs.drop(place);
    } else {
      size++;
    }
    slots[slot] = slabs.add(key, bytes.array(), bytes.size()) + 1;
    slabs.clean((moved, to) -> slots[slot(moved)] = to + 1);
  }

  int size() {
    return size;
  }

  void forEach(Consumer<OfUrl> reader) {
    for (int slot : slots) {
      if (slot > 0) {
        reader.accept(codec.decode(slabs.key(slot - 1), slabs.bytes(slot - 1)));
      }
    }
  }

  /// Where the key is, or would be.
  private int slot(PageHash key) {
    int slot = first(key);
    while (slots[slot] > 0 && !slabs.isOf(key, slots[slot] - 1)) {
      slot = after(slot);
    }
    return slot;
  }

  private int first(PageHash key) {
    return (int) (key.low() & (slots.length - 1));
  }

  private int after(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  private void grow() {
    int[] old = slots;
    slots = new int[2 * old.length];
    for (int place : old) {
      if (place > 0) {
        int slot = first(slabs.key(place - 1));
        while (slots[slot] > 0) {
          slot = after(slot);
        }
        slots[slot] = place;
      }
    }
  }
}

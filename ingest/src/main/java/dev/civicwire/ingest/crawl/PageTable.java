package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlState.OfUrl;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every known page by its identity, in little memory: an open table of 128-bit hashes and the
/// pages' states as bytes, some 200 bytes a page. For one thread at a time.
final class PageTable {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final int HEX = 16;

  /// Two halves a slot.
  private long[] keys = new long[2 * FIRST_SLOTS];

  private byte[][] pages = new byte[FIRST_SLOTS][];
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
    byte @Nullable [] page = pages[slot(key)];
    return Optional.ofNullable(page).map(bytes -> codec.decode(key, bytes));
  }

  boolean contains(PageHash key) {
    return pages[slot(key)] != null;
  }

  void put(PageHash key, OfUrl page) {
    if (size * 3L >= pages.length * 2L) {
      grow();
    }
    int slot = slot(key);
    if (pages[slot] == null) {
      size++;
      keys[2 * slot] = key.high();
      keys[2 * slot + 1] = key.low();
    }
    pages[slot] = codec.encode(key, page);
  }

  /// Closes the gap, so that no search stops short of what stood behind it.
  void remove(PageHash key) {
    int slot = slot(key);
    if (pages[slot] == null) {
      return;
    }
    size--;
    clear(slot);
    for (int next = after(slot); pages[next] != null; next = after(next)) {
      byte[] page = pages[next];
      PageHash moved = new PageHash(keys[2 * next], keys[2 * next + 1]);
      clear(next);
      place(moved, page);
    }
  }

  int size() {
    return size;
  }

  void forEach(Consumer<OfUrl> reader) {
    for (int slot = 0; slot < pages.length; slot++) {
      byte @Nullable [] page = pages[slot];
      if (page != null) {
        reader.accept(codec.decode(new PageHash(keys[2 * slot], keys[2 * slot + 1]), page));
      }
    }
  }

  /// Where the key is, or would be.
  private int slot(PageHash key) {
    int slot = (int) (key.low() & (pages.length - 1));
    while (pages[slot] != null
        && (keys[2 * slot] != key.high() || keys[2 * slot + 1] != key.low())) {
      slot = after(slot);
    }
    return slot;
  }

  private int after(int slot) {
    return (slot + 1) & (pages.length - 1);
  }

  @SuppressWarnings("NullAway") // An empty slot is a null in an array of arrays.
  private void clear(int slot) {
    pages[slot] = null;
  }

  private void place(PageHash key, byte[] page) {
    int slot = slot(key);
    keys[2 * slot] = key.high();
    keys[2 * slot + 1] = key.low();
    pages[slot] = page;
  }

  private void grow() {
    byte[][] oldPages = pages;
    long[] oldKeys = keys;
    pages = new byte[2 * oldPages.length][];
    keys = new long[2 * oldKeys.length];
    for (int i = 0; i < oldPages.length; i++) {
      if (oldPages[i] != null) {
        place(new PageHash(oldKeys[2 * i], oldKeys[2 * i + 1]), oldPages[i]);
      }
    }
  }
}

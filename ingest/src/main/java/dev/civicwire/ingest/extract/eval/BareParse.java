package dev.civicwire.ingest.extract.eval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jsoup.Jsoup;

/// The HTML parser alone, without anything that reads what it made: what an extractor's speed is
/// told beside. Safe for threads.
public final class BareParse {
  private BareParse() {}

  /// Parses the whole page of `html`, its encoding found by the parser itself.
  ///
  /// @return how many elements stand directly below its root
  public static int elements(byte[] html, String url) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(html), null, url).childrenSize();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }
}

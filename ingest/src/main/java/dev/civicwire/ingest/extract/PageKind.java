package dev.civicwire.ingest.extract;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.robots.RobotsTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells pages that are no HTML, or that ask to be left out, before anything is parsed.
final class PageKind {
  /// How much of a page is looked at to tell what it is.
  private static final int SNIFFED = 1024;

  /// Fewer control characters may be dirt in a page.
  private static final int MIN_CONTROLS = 4;

  private PageKind() {}

  static Optional<Extraction.Refused> refuse(FetchedPage page, byte[] bytes) {
    if (isBlank(bytes)) {
      return refused("empty-page", page.url() + " has an empty body; fetch it again later");
    }
    Optional<String> other = otherKind(bytes).or(() -> declaredOther(page));
    return other.flatMap(
        kind -> refused("not-html", page.url() + " is " + kind + ", not HTML; it is left out"));
  }

  /// Whether the header or the page forbids indexing.
  static boolean isNoIndex(FetchedPage page, PageFacts facts) {
    return RobotsTag.forbidsIndexing(page.robotsTags(), RobotsTag.OWN_NAME)
        || Stream.of("robots", RobotsTag.OWN_NAME)
            .flatMap(name -> facts.meta(name).stream())
            .anyMatch(RobotsTag::metaForbidsIndexing);
  }

  private static Optional<Extraction.Refused> refused(String reason, String message) {
    return Optional.of(new Extraction.Refused(reason, message));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte value : bytes) {
      if (value > ' ' || value < 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> declaredOther(FetchedPage page) {
    String type = page.contentType().orElse("").toLowerCase(Locale.ROOT);
    boolean other =
        List.of("image/", "audio/", "video/", "application/zip", "application/json", "font/")
            .stream()
            .anyMatch(type::startsWith);
    return other ? Optional.of(type) : Optional.empty();
  }

  /// No encoding of text but UTF-16, which is full of zero bytes or begins with its mark, yields
  /// control characters in numbers.
  private static boolean isBinary(byte[] bytes) {
    int end = Math.min(bytes.length, SNIFFED);
    int controls = 0;
    int zeros = 0;
    for (int at = 0; at < end; at++) {
      int code = bytes[at];
      zeros += code == 0 ? 1 : 0;
      boolean space = code == '\t' || code == '\n' || code == '\r' || code == '\f' || code == 0x1b;
      controls += (code > 0 && code < ' ' && !space) || code == 0x7f ? 1 : 0;
    }
    return !PageDecoder.isMarkedUtf16(bytes)
        && zeros < end / 8
        && controls >= MIN_CONTROLS
        && controls > end / 40;
  }

  private static Optional<String> otherKind(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG")
        || head.startsWith("ÿØÿ")
        || head.startsWith("GIF8")
        || (head.startsWith("RIFF") && head.startsWith("WEBP", 8))) {
      return Optional.of("an image");
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u001f\u008b")) {
      return Optional.of("an archive");
    }
    if (isBinary(bytes)) {
      return Optional.of("binary data");
    }
    return OtherText.in(head);
  }
}

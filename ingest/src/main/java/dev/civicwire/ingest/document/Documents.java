package dev.civicwire.ingest.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads PDF and DOCX within limits of size and time. Safe for threads: it keeps no state.
public final class Documents {
  /// How far into a file the mark of a PDF may stand (some servers send a few bytes before it).
  private static final int PDF_REACH = 1024;

  private Documents() {}

  /// `pdf`, `docx`, or nothing where `bytes` are neither.
  public static Optional<String> kind(byte[] bytes) {
    if (bytes.length < 8) {
      return Optional.empty();
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, PDF_REACH), StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF-") || (head.contains("\n%PDF-") && head.indexOf('<') < 0)) {
      return Optional.of("pdf");
    }
    return head.startsWith("PK\u0003\u0004") && DocxText.isDocx(bytes)
        ? Optional.of("docx")
        : Optional.empty();
  }

  /// The text of a document whose [#kind] is known.
  ///
  /// @throws UnreadableDocumentException where it is broken, encrypted, too large or takes too long
  public static DocumentText read(byte[] bytes, String kind) throws UnreadableDocumentException {
    if (bytes.length > Limits.MAX_BYTES) {
      throw new UnreadableDocumentException(
          "%d MB are more than the %d MB that are read"
              .formatted(bytes.length >> 20, Limits.MAX_BYTES >> 20));
    }
    FutureTask<DocumentText> reading =
        new FutureTask<>(() -> kind.equals("pdf") ? PdfText.read(bytes) : DocxText.read(bytes));
    Thread.ofPlatform().daemon().name("document").start(reading);
    return await(reading);
  }

  /// The readers look for an interrupt between pages; one that hangs in a page is left behind.
  private static DocumentText await(FutureTask<DocumentText> reading)
      throws UnreadableDocumentException {
    try {
      return reading.get(Limits.MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      reading.cancel(true);
      throw new UnreadableDocumentException(
          "reading took longer than " + Limits.MAX_TIME.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnreadableDocumentException("reading was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableDocumentException unreadable) {
        throw unreadable;
      }
      throw new UnreadableDocumentException("it is broken (" + e.getCause() + ")", e);
    }
  }
}

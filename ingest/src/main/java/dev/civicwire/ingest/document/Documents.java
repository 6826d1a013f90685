package dev.civicwire.ingest.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads PDF and DOCX within limits of size, time and number of readers. Safe for threads.
public final class Documents {
  /// How far into a file the mark of a PDF may stand (some servers send a few bytes before it).
  private static final int PDF_REACH = 1024;

  private static final DocumentReaders READERS =
      new DocumentReaders(Limits.MAX_READERS, Limits.MAX_TIME);

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
    return READERS.read(() -> kind.equals("pdf") ? PdfText.read(bytes) : DocxText.read(bytes));
  }
}

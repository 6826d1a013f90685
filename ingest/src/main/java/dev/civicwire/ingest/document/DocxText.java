package dev.civicwire.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Text of a DOCX (ECMA-376, WordprocessingML), read as a stream: nothing but the text is held.
/// Pages begin where the author broke them and where the last program that laid it out did.
final class DocxText {
  private static final String BODY = "word/document.xml";
  private static final String PROPERTIES = "docProps/core.xml";

  /// Parts of an archive that are looked at; a document has a few dozen.
  private static final int MAX_ENTRIES = 5_000;

  private DocxText() {}

  /// Whether the archive holds the body of a DOCX.
  static boolean isDocx(byte[] bytes) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int entries = 0;
      for (ZipEntry at = zip.getNextEntry();
          at != null && entries++ < 20;
          at = zip.getNextEntry()) {
        if (at.getName().startsWith("word/")) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  static DocumentText read(byte[] bytes) throws UnreadableDocumentException {
    Optional<String> title = Optional.empty();
    Optional<DocxBody> body = Optional.empty();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      InputStream unpacked = new Capped(zip);
      int entries = 0;
      for (ZipEntry at = zip.getNextEntry();
          at != null && entries++ < MAX_ENTRIES && body.filter(DocxBody::isTruncated).isEmpty();
          at = zip.getNextEntry()) {
        switch (at.getName()) {
          case BODY -> body = Optional.of(DocxBody.read(reader(unpacked)));
          case PROPERTIES -> title = title(reader(unpacked));
          default -> unpacked.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new UnreadableDocumentException("it is broken (" + firstLine(e) + ")", e);
    }
    DocxBody read = body.orElseThrow(() -> new UnreadableDocumentException("it has no " + BODY));
    List<String> pages = read.pages();
    return new DocumentText("docx", title, pages, read.isTruncated());
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }

  private static Optional<String> title(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("title")) {
        return Optional.of(xml.getElementText().strip()).filter(title -> !title.isEmpty());
      }
    }
    return Optional.empty();
  }

  /// The parts of an archive, one after the other, within one limit for all of them, also for those
  /// that are only passed over; it does not close the archive with a part of it.
  private static final class Capped extends FilterInputStream {
    /// Bytes that may still be unpacked.
    private long left = Limits.MAX_UNPACKED;

    Capped(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("it unpacks to more than " + (Limits.MAX_UNPACKED >> 20) + " MB");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("reading was interrupted");
      }
    }

    @Override
    public void close() {
      // The archive goes on after this part.
    }
  }
}

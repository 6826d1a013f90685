package dev.civicwire.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The body of a DOCX: a line a paragraph and a line a table row, by page.
final class DocxBody {
  /// Values of properties that are switched off.
  private static final Set<String> OFF = Set.of("0", "false", "off");

  private final List<String> pages = new ArrayList<>();
  private final StringBuilder page = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int chars;
  private int rows;
  private int cells;
  private boolean broken;

  /// Depth of elements whose text is none of the document's: deleted, alternative, field codes.
  private int unread;

  private DocxBody() {}

  static DocxBody read(XMLStreamReader xml) throws XMLStreamException {
    DocxBody body = new DocxBody();
    while (xml.hasNext() && !body.isTruncated()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> body.open(xml);
        case XMLStreamConstants.END_ELEMENT -> body.close(xml.getLocalName());
        default -> {}
      }
    }
    body.endLine();
    body.endPage();
    return body;
  }

  private void open(XMLStreamReader xml) throws XMLStreamException {
    if (unread > 0) {
      unread++;
      return;
    }
    switch (xml.getLocalName()) {
      case "del", "instrText", "delText", "Fallback", "moveFrom", "pPrChange" -> unread = 1;
      case "t" -> line.append(xml.getElementText());
      case "tab" -> line.append(line.isEmpty() ? "" : " ");
      case "noBreakHyphen" -> line.append('-');
      case "cr" -> endLine();
      case "br" -> breakAt("page".equals(attribute(xml, "type")));
      case "lastRenderedPageBreak" -> broken = true;
      case "pageBreakBefore" -> broken |= !OFF.contains(attribute(xml, "val"));
      case "tr" -> {
        rows++;
        cells = 0;
      }
      case "tc" -> separate();
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      if (xml.getAttributeLocalName(at).equals(name)) {
        return xml.getAttributeValue(at);
      }
    }
    return "";
  }

  /// A label keeps its value, `Salary: £45,000`; further cells follow a bar.
  private void separate() {
    if (rows == 0) {
      return;
    }
    String before = line.toString().strip();
    line.setLength(0);
    line.append(before);
    if (!before.isEmpty()) {
      line.append(before.endsWith(":") ? " " : cells == 1 ? ": " : " | ");
    }
    cells++;
  }

  private void breakAt(boolean ofPage) {
    if (rows > 0) {
      line.append(' ');
      return;
    }
    endLine();
    broken |= ofPage;
  }

  private void close(String name) {
    if (unread > 0) {
      unread--;
      return;
    }
    switch (name) {
      case "p" -> {
        if (rows == 0) {
          endLine();
        } else {
          line.append(' ');
        }
      }
      case "tr" -> {
        rows = Math.max(0, rows - 1);
        if (rows == 0) {
          endLine();
        }
      }
      default -> {}
    }
  }

  private void endLine() {
    String text = line.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    line.setLength(0);
    if (broken && !page.isEmpty()) {
      endPage();
    }
    broken = false;
    if (!text.isEmpty()) {
      page.append(page.isEmpty() ? "" : "\n").append(text);
      chars += text.length();
    }
  }

  private void endPage() {
    pages.add(page.toString());
    page.setLength(0);
  }

  List<String> pages() {
    return pages;
  }

  boolean isTruncated() {
    return chars > Limits.MAX_CHARS || pages.size() >= Limits.MAX_PAGES;
  }
}

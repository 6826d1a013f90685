package dev.civicwire.ingest.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Text of a PDF by page. Pages of scanned images have none.
final class PdfText {
  private PdfText() {}

  static DocumentText read(byte[] bytes) throws UnreadableDocumentException {
    try (PDDocument document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      List<List<PageLines.Line>> pages = new ArrayList<>();
      int total = Math.min(document.getNumberOfPages(), Limits.MAX_PAGES);
      int chars = 0;
      for (int page = 1; page <= total && chars < Limits.MAX_CHARS; page++) {
        if (Thread.currentThread().isInterrupted()) {
          throw new UnreadableDocumentException("reading was interrupted at page " + page);
        }
        String text = text(document, page);
        chars += text.length();
        pages.add(lines(text));
      }
      boolean truncated = pages.size() < document.getNumberOfPages();
      return new DocumentText("pdf", title(document), PageLines.join(pages), truncated);
    } catch (InvalidPasswordException e) {
      throw new UnreadableDocumentException("it is encrypted", e);
    } catch (IOException e) {
      throw new UnreadableDocumentException("it is broken (" + e.getMessage() + ")", e);
    }
  }

  private static List<PageLines.Line> lines(String text) {
    List<PageLines.Line> lines = new ArrayList<>();
    String[] parts = text.split("\f");
    for (int part = 0; part < parts.length; part++) {
      for (String line : parts[part].lines().map(String::strip).toList()) {
        if (!line.isEmpty()) {
          lines.add(new PageLines.Line(line, part));
        }
      }
    }
    return lines;
  }

  /// Reads a page column by column, a form feed after each.
  private static final class Stripper extends PDFTextStripper {
    @Override
    protected void writePage() throws IOException {
      List<TextPosition> page = charactersByArticle.stream().flatMap(List::stream).toList();
      charactersByArticle.clear();
      charactersByArticle.addAll(PdfColumns.order(page));
      super.writePage();
    }
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new Stripper();
    stripper.setShouldSeparateByBeads(false);
    stripper.setArticleEnd("\f");
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.setLineSeparator("\n");
    return stripper.getText(document);
  }

  private static Optional<String> title(PDDocument document) {
    return Optional.ofNullable(document.getDocumentInformation().getTitle())
        .map(String::strip)
        .filter(
            title -> !title.isEmpty() && !title.matches("(?i).*\\.(docx?|pdf|indd|pptx?|xlsx?)"))
        .filter(title -> !title.matches("(?i)(untitled|microsoft word|powerpoint presentation).*"));
  }
}

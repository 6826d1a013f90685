package dev.civicwire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String WORD =
      "<w:document"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
          + "%s</w:body></w:document>";

  private static byte[] pdf(List<List<String>> pages, boolean locked) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
          content.setLeading(14);
          content.newLineAtOffset(60, 720);
          for (String line : lines) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
      document.getDocumentInformation().setTitle("Job pack: head of data");
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] docx(String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(WORD.formatted(body).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("docProps/core.xml"));
      zip.write(
          "<p><title xmlns='http://purl.org/dc/elements/1.1/'>Board paper 7</title></p>"
              .getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String p(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String cell(String text) {
    return "<w:tc>" + p(text) + "</w:tc>";
  }

  @Test
  void readsPdfPageByPageWithoutRunningHeads() throws Exception {
    byte[] bytes =
        pdf(
            List.of(
                List.of(
                    "Northdale Council - job pack",
                    "Salary: 61,500 pounds a year",
                    "The council is looking for somebody who has led a team of data engineers in a",
                    "public body and who can explain to members what a model can and can-",
                    "not say.",
                    "1"),
                List.of("Northdale Council - job pack", "Closing date: 7 September 2025", "2"),
                List.of("Northdale Council - job pack", "Interviews: 22 September 2025", "3")),
            false);

    DocumentText text = Documents.read(bytes, Documents.kind(bytes).orElseThrow());

    assertThat(text.kind()).isEqualTo("pdf");
    assertThat(text.title()).contains("Job pack: head of data");
    assertThat(text.pages())
        .containsExactly(
            "Salary: 61,500 pounds a year\n"
                + "The council is looking for somebody who has led a team of data engineers in a"
                + " public body and who can explain to members what a model can and cannot say.",
            "Closing date: 7 September 2025",
            "Interviews: 22 September 2025");
  }

  @Test
  void tellsAFactThatRunsOnEveryPageOnce() throws Exception {
    String foot = "Closing date: 7 December 2026, reference MB-12";
    byte[] bytes =
        pdf(
            List.of(
                List.of("Section A", "The council offers a pension.", "It is open.", foot),
                List.of("Section B", "You lead a team of nine.", "It is at home.", foot),
                List.of("Section C", "You report to the board.", "It is in town.", foot)),
            false);

    DocumentText text = Documents.read(bytes, Documents.kind(bytes).orElseThrow());

    assertThat(String.join("\n", text.pages())).containsOnlyOnce(foot);
  }

  /// A page on which each row of `rows` stands on a line: its cells begin at `lefts`.
  private static String pageOf(int[] lefts, List<List<String>> rows) throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
        for (int row = 0; row < rows.size(); row++) {
          for (int cell = 0; cell < rows.get(row).size(); cell++) {
            content.beginText();
            content.newLineAtOffset(lefts[cell], 720 - 12 * row);
            content.showText(rows.get(row).get(cell));
            content.endText();
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      byte[] pdf = bytes.toByteArray();
      return String.join("\n", Documents.read(pdf, Documents.kind(pdf).orElseThrow()).pages());
    }
  }

  @Test
  void readsTheColumnsOfAPdfOneAfterTheOther() throws Exception {
    String text =
        pageOf(
            new int[] {60, 330},
            List.of(
                List.of(
                    "A report to the board on what its staff type three times, and what that costs"),
                List.of(
                    "The harbour board of Saltwick will spend two million",
                    "Applications are welcome from people of any"),
                List.of(
                    "pounds on one system for moorings, pilots and dues,",
                    "background, and the interviews will be held in"),
                List.of(
                    "after its staff were found to type the papers of each",
                    "the old customs house on the north quay, which"),
                List.of(
                    "ship three times a day, in three rooms of one house.",
                    "has a lift. The closing date is 5 December 2026."),
                List.of(
                    "The board will meet again in May to hear how the first quay of the eleven has moved")));

    assertThat(text)
        .isEqualTo(
            """
            A report to the board on what its staff type three times, and what that costs
            The harbour board of Saltwick will spend two million pounds on one system for moorings, \
            pilots and dues, after its staff were found to type the papers of each ship three times \
            a day, in three rooms of one house.
            Applications are welcome from people of any background, and the interviews will be held \
            in the old customs house on the north quay, which has a lift. The closing date is 5 December 2026.
            The board will meet again in May to hear how the first quay of the eleven has moved""");
  }

  @Test
  void keepsTheRowsOfATableInAPdf() throws Exception {
    String text =
        pageOf(
            new int[] {60, 250},
            List.of(
                List.of("Salary", "45,000 to 52,500 pounds a year"),
                List.of("Where you will work", "Saltwick, with two days at home"),
                List.of("Closing date", "5 December 2026, at noon sharp"),
                List.of("Grade", "12, under review until the spring"),
                List.of("Reference of this post", "SHB-204, to be quoted in letters")));

    assertThat(text)
        .contains("Salary 45,000")
        .contains("work Saltwick, with two")
        .contains("Closing date 5 December 2026, at noon sharp")
        .contains("post SHB-204");
  }

  @Test
  void beginsAPageOfDocxBeforeAParagraphThatAsksForIt() throws Exception {
    String before = "<w:p><w:pPr><w:pageBreakBefore%s/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
    byte[] bytes =
        docx(
            p("Job pack")
                + before.formatted("", "The post")
                + p("You lead nine engineers.")
                + before.formatted(" w:val=\"0\"", "What we offer")
                + before.formatted(" w:val=\"1\"", "How to apply"));

    assertThat(Documents.read(bytes, Documents.kind(bytes).orElseThrow()).pages())
        .containsExactly(
            "Job pack", "The post\nYou lead nine engineers.\nWhat we offer", "How to apply");
  }

  @Test
  void readsDocxPageByPageWithRowsAsLines() throws Exception {
    byte[] bytes =
        docx(
            p("Board paper on the hosting contract")
                + "<w:tbl><w:tr>"
                + cell("Salary")
                + cell("£45,000")
                + "</w:tr><w:tr>"
                + cell("Year")
                + cell("2025")
                + cell("£2m")
                + "</w:tr></w:tbl>"
                + "<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>"
                + "<w:p><w:r><w:br w:type=\"page\"/><w:t>Recommendation</w:t></w:r></w:p>"
                + p("Members are asked to agree."));

    DocumentText text = Documents.read(bytes, Documents.kind(bytes).orElseThrow());

    assertThat(text.title()).contains("Board paper 7");
    assertThat(text.pages())
        .containsExactly(
            "Board paper on the hosting contract\nSalary: £45,000\nYear: 2025 | £2m",
            "Recommendation\nMembers are asked to agree.");
  }

  @Test
  void namesWhatIsWrongWithADocument() throws Exception {
    byte[] locked = pdf(List.of(List.of("secret")), true);
    byte[] whole = docx(p("text"));
    byte[] torn = Arrays.copyOf(whole, whole.length / 3);

    assertThatThrownBy(() -> Documents.read(locked, "pdf"))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("encrypted");
    assertThatThrownBy(() -> Documents.read(torn, "docx"))
        .isInstanceOf(UnreadableDocumentException.class);
    assertThatThrownBy(
            () -> Documents.read("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "pdf"))
        .isInstanceOf(UnreadableDocumentException.class);
  }

  @Test
  void stopsInAnArchiveThatUnpacksWithoutEnd() throws Exception {
    byte[] bomb = docx(p("0".repeat(1 << 20)).repeat(40));

    DocumentText text = Documents.read(bomb, "docx");

    assertThat(text.truncated()).isTrue();
    assertThat(text.pages().getFirst().length()).isLessThan(6_000_000);
  }

  @Test
  void stopsInPartsThatNobodyReadsAndThatUnpackWithoutEnd() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
      for (int part = 0; part < 140; part++) {
        zip.write(zeros);
      }
      zip.putNextEntry(new ZipEntry("word/document.xml"));
    }

    assertThatThrownBy(() -> Documents.read(bytes.toByteArray(), "docx"))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("unpacks to more than 128 MB");
  }

  @Test
  void startsNoMoreReadersWhileOthersHang() throws Exception {
    DocumentReaders readers = new DocumentReaders(1, Duration.ofMillis(100));
    CountDownLatch hanging = new CountDownLatch(1);
    DocumentText text = new DocumentText("pdf", Optional.empty(), List.of("text"), false);

    assertThatThrownBy(() -> readers.read(() -> hangs(hanging, text)))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("longer than");
    assertThatThrownBy(() -> readers.read(() -> text))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("all 1 readers of documents are busy or hang");

    hanging.countDown();
    assertThat(new DocumentReaders(1, Duration.ofSeconds(20)).read(() -> text)).isEqualTo(text);
  }

  /// Does not hear an interrupt.
  private static DocumentText hangs(CountDownLatch end, DocumentText text) {
    boolean interrupted = false;
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    assertThat(interrupted).isTrue();
    return text;
  }

  @Test
  void tellsDocumentsFromPagesAndOtherArchives() throws Exception {
    assertThat(Documents.kind("<html>%PDF-".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Optional.empty());
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("notes.txt"));
    }
    assertThat(Documents.kind(zip.toByteArray())).isEqualTo(Optional.empty());
  }
}

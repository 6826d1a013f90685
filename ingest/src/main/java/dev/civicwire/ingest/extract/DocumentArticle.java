package dev.civicwire.ingest.extract;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Provenance;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.document.DocumentText;
import dev.civicwire.ingest.document.Documents;
import dev.civicwire.ingest.document.UnreadableDocumentException;
import dev.civicwire.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes an article of a PDF or DOCX. Where each page begins in the text is told by provenance of
/// field `text`: `from` names the page, `note` the offset of its first character.
final class DocumentArticle {
  private static final int MAX_TITLE = 200;

  private final FetchedPage page;
  private final LanguageFinder languages;

  DocumentArticle(FetchedPage page, LanguageFinder languages) {
    this.page = page;
    this.languages = languages;
  }

  /// The article, or why there is none.
  ///
  /// @param kind as [Documents#kind] tells it
  Extraction read(byte[] bytes, String kind, String source, int minText) {
    try {
      DocumentText document = Documents.read(bytes, kind);
      List<Provenance> provenance = new ArrayList<>();
      String text = text(document, provenance);
      if (text.length() < minText) {
        return new Extraction.Refused(
            "no-text",
            page.url() + " is a " + kind + " without text: scanned pages need OCR first");
      }
      return new Extraction.Found(article(document, text, source, provenance));
    } catch (UnreadableDocumentException e) {
      return new Extraction.Refused(
          "unreadable-document",
          "%s is a %s that cannot be read: %s".formatted(page.url(), kind, e.getMessage()));
    }
  }

  private static String text(DocumentText document, List<Provenance> provenance) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String part : document.pages()) {
      number++;
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n");
        String from = document.kind() + " page " + number;
        provenance.add(
            new Provenance("text", from, 1, Optional.of("from character " + text.length())));
        text.append(part);
      }
    }
    return text.toString();
  }

  private Article article(
      DocumentText document, String text, String source, List<Provenance> provenance) {
    Found<String> title = title(document, text);
    provenance.add(new Provenance("title", title.from(), title.confidence(), Optional.empty()));
    Optional<Found<String>> language = languages.find("", text);
    language.ifPresent(
        l ->
            provenance.add(new Provenance("language", l.from(), l.confidence(), Optional.empty())));
    String canonical = CanonicalUrl.choose(page.url(), Optional.empty());
    return Article.builder(page.url(), canonical, source)
        .language(language.map(Found::value))
        .truncated(page.truncated() || document.truncated())
        .provenance(provenance)
        .build(title.value(), text, page.fetchedAt(), PageExtractor.VERSION);
  }

  private Found<String> title(DocumentText document, String text) {
    Optional<Found<String>> declared =
        document.title().map(title -> new Found<>(title, document.kind() + " properties", 0.7));
    String first = text.lines().findFirst().orElse("");
    Found<String> line =
        first.length() <= MAX_TITLE
            ? new Found<>(first, "first line", 0.5)
            : new Found<>(fileName(), "file name", 0.3);
    return declared.orElse(line);
  }

  private String fileName() {
    String path = page.url();
    try {
      path = Optional.ofNullable(URI.create(page.url()).getPath()).orElse(path);
    } catch (IllegalArgumentException e) {
      // The address as it is names the file well enough.
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.replaceFirst("(?i)\\.(pdf|docx)$", "").replaceAll("[-_+]+", " ").strip();
  }
}

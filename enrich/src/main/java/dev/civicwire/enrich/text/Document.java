package dev.civicwire.enrich.text;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An article's text as annotators read it. What costs time is worked out when first asked for; one
/// thread at a time may use a document. The title is no part of it: values must stand in the text.
public final class Document {
  private final Article article;
  private final LanguageTools tools;
  private final String normal;
  private final List<Line> lines;
  private @Nullable List<Sentence> sentences;
  private @Nullable List<Token> tokens;
  private @Nullable Words words;
  private @Nullable String language;

  private Document(Article article, LanguageTools tools, UnaryOperator<String> layout) {
    this.article = article;
    this.tools = tools;
    String plain = layout.apply(Normal.of(article.text()));
    List<Line> all = Lines.of(plain);
    this.normal = SideMatter.masked(plain, all);
    this.lines = normal.equals(plain) ? all : Lines.of(normal);
  }

  /// The document of `article`.
  public static Document of(Article article, LanguageTools tools) {
    return of(article, tools, UnaryOperator.identity());
  }

  /// As [#of(Article, LanguageTools)], with the text's lines as `layout` sees them.
  ///
  /// @param layout from one normal form of the text to another of the same length
  public static Document of(Article article, LanguageTools tools, UnaryOperator<String> layout) {
    return new Document(article, tools, layout);
  }

  /// The article itself.
  public Article article() {
    return article;
  }

  /// The text as it came.
  public String text() {
    return article.text();
  }

  /// The text with dashes, quotes, spaces and line ends made plain; as long as [#text()], so every
  /// offset holds in both. What stands beside the article, such as lists of other articles, is
  /// blank.
  public String normal() {
    return normal;
  }

  /// The non-blank lines.
  public List<Line> lines() {
    return lines;
  }

  /// The sentences, each within one line.
  public List<Sentence> sentences() {
    List<Sentence> known = sentences;
    if (known == null) {
      known = Sentences.of(normal, lines, tools);
      sentences = known;
    }
    return known;
  }

  /// The tokens of all sentences.
  public List<Token> tokens() {
    List<Token> known = tokens;
    if (known == null) {
      known = sentences().stream().flatMap(s -> s.tokens().stream()).toList();
      tokens = known;
    }
    return known;
  }

  /// The tokens as plain lower-case words.
  public Words words() {
    Words known = words;
    if (known == null) {
      known = Words.of(sentences());
      words = known;
    }
    return known;
  }

  /// The day of publication, the first day meant where only a month or year is known.
  public Optional<LocalDate> published() {
    return article.published().flatMap(PartialDate::first);
  }

  /// ISO 639-1 code: the article's own, else as detected; `und` where there is too little text.
  public String language() {
    String known = language;
    if (known == null) {
      known = article.language().orElseGet(() -> Language.of(normal));
      language = known;
    }
    return known;
  }

  /// The line in which `offset` stands.
  public Optional<Line> lineAt(int offset) {
    int index = lineIndexAt(offset);
    return index < 0 ? Optional.empty() : Optional.of(lines.get(index));
  }

  /// Index in [#lines()] of the line in which `offset` stands; -1 between lines.
  public int lineIndexAt(int offset) {
    int low = 0;
    int high = lines.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Line line = lines.get(middle);
      if (line.end() <= offset) {
        low = middle + 1;
      } else if (line.start() > offset) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /// The sentence in which `offset` stands.
  public Optional<Sentence> sentenceAt(int offset) {
    List<Sentence> all = sentences();
    int low = 0;
    int high = all.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Sentence sentence = all.get(middle);
      if (sentence.end() <= offset) {
        low = middle + 1;
      } else if (sentence.start() > offset) {
        high = middle - 1;
      } else {
        return Optional.of(sentence);
      }
    }
    return Optional.empty();
  }
}

package dev.civicwire.ingest.extract;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.CanonicalUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// The general extractor: one parse, one walk, no rules for single sites. It keeps no state between
/// pages and is safe for threads.
public final class PageExtractor implements Extractor {
  /// Name and version that articles carry.
  public static final String VERSION = "civicwire-extract/1";

  /// Deeper nesting is flattened by the parser, so that nothing after it has to fear depth.
  private static final int MAX_DEPTH = 256;

  /// Shorter texts are no articles.
  private static final int MIN_TEXT = 25;

  @Override
  public Extraction extract(FetchedPage page, String source) {
    byte[] bytes = page.body().toByteArray();
    Optional<Extraction.Refused> refused = PageKind.refuse(page, bytes);
    if (refused.isPresent()) {
      return refused.get();
    }
    String html = PageDecoder.decode(bytes, page.contentType()).text();
    Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, page.url());
    PageFacts facts = new PageFacts();
    Blocks blocks = BlockReader.read(document, facts);
    if (PageKind.isNoIndex(page, facts)) {
      return new Extraction.Refused(
          "noindex", page.url() + " asks not to be indexed; it is left out");
    }
    String text = text(blocks);
    if (text.length() < MIN_TEXT) {
      return new Extraction.Refused(
          "no-text", page.url() + " holds no article text; check whether it is built by scripts");
    }
    return new Extraction.Found(article(page, source, facts, text));
  }

  private static String text(Blocks blocks) {
    Box box = BodyFinder.scored(blocks);
    List<Block> kept = BodyFinder.kept(blocks, box);
    return String.join("\n", kept.stream().map(block -> block.text).toList());
  }

  private static Article article(FetchedPage page, String source, PageFacts facts, String text) {
    String canonical = CanonicalUrl.choose(page.url(), declaredCanonical(facts));
    String title = facts.firstMeta("og:title", "twitter:title").orElse(facts.documentTitle);
    return new Article(
        Article.SCHEMA_VERSION,
        ArticleId.of(canonical),
        page.url(),
        canonical,
        source,
        title,
        Optional.empty(),
        text,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        facts.firstMeta("og:site_name"),
        Optional.empty(),
        facts.firstMeta("og:image"),
        List.of(),
        Optional.empty(),
        false,
        Article.Access.FULL,
        page.truncated(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        ArticleId.contentHash(title, text),
        page.fetchedAt(),
        VERSION);
  }

  private static Optional<String> declaredCanonical(PageFacts facts) {
    return facts.links.stream()
        .filter(link -> link.attr("rel").toLowerCase(Locale.ROOT).equals("canonical"))
        .map(link -> link.attr("href"))
        .filter(href -> !href.isBlank())
        .findFirst()
        .or(() -> facts.firstMeta("og:url"));
  }
}

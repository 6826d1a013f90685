package dev.civicwire.ingest.extract;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.CanonicalUrl;
import java.util.List;
import java.util.Optional;

/// The general extractor: one parse, one walk, no rules for single sites. It keeps no state between
/// pages and is safe for threads; making one loads its models, so make one and share it.
public final class PageExtractor implements Extractor {
  /// Name and version that articles carry.
  public static final String VERSION = "civicwire-extract/1";

  /// Shorter texts are no articles, in characters.
  private static final int MIN_TEXT = 25;

  private final boolean obeysNoIndex;
  private final BlockModel model = new BlockModel();
  private final LanguageFinder languages = new LanguageFinder();

  /// An extractor for the crawl: it refuses pages that ask not to be indexed.
  public PageExtractor() {
    this(true);
  }

  private PageExtractor(boolean obeysNoIndex) {
    this.obeysNoIndex = obeysNoIndex;
  }

  /// An extractor for pages that its user already has, as files: `noindex` is for crawlers and is
  /// passed over.
  public static PageExtractor forFiles() {
    return new PageExtractor(false);
  }

  @Override
  public Extraction extract(FetchedPage page, String source) {
    byte[] bytes = page.body().toByteArray();
    Optional<Extraction.Refused> refused = PageKind.refuse(page, bytes);
    if (refused.isPresent()) {
      return refused.get();
    }
    ParsedPage parsed = ParsedPage.of(bytes, page.contentType(), page.url());
    if (obeysNoIndex && PageKind.isNoIndex(page, parsed.facts())) {
      return new Extraction.Refused(
          "noindex", page.url() + " asks not to be indexed; it is left out");
    }
    StructuredData data = StructuredData.of(parsed.facts());
    BodyText body = BodyText.choose(parsed, model.judge(parsed, data.body()), data.body());
    if (body.text().length() < MIN_TEXT) {
      return new Extraction.Refused(
          "no-text", page.url() + " holds no article text; check whether scripts build it");
    }
    return new Extraction.Found(article(page, source, parsed, data, body));
  }

  private Article article(
      FetchedPage page, String source, ParsedPage parsed, StructuredData data, BodyText body) {
    PageFacts facts = parsed.facts();
    MetadataReader reader = new MetadataReader(page, facts, data);
    Optional<String> declared = reader.noted("canonical_url", reader.canonical());
    String canonical = CanonicalUrl.choose(page.url(), declared);
    Optional<String> site = reader.noted("site", reader.site());
    String title = reader.noted("title", reader.title(site.orElse(""))).orElse("");
    DateText dates = reader.dates();
    DateFinder finder = new DateFinder(facts, data, dates, parsed.blocks());
    Optional<PartialDate> published =
        reader.noted("published", finder.published(page.url(), body.start(), body.end()));
    Optional<PartialDate> modified = reader.noted("modified", finder.modified());
    AuthorFinder authors = new AuthorFinder(facts, data, parsed.blocks(), site.orElse(""));
    PageWords words = PageWords.of(facts, Optional.empty());
    PageTerms terms = new PageTerms(parsed, body);
    boolean walled = reader.noted("access", terms.wall(data)).isPresent();
    return new Article(
        Article.SCHEMA_VERSION,
        ArticleId.of(canonical),
        page.url(),
        canonical,
        source,
        title,
        reader.noted("standfirst", Surroundings.standfirst(parsed, body, words, title)),
        body.text(),
        Surroundings.captions(parsed, body),
        reader.noted("authors", authors.find(body.start(), body.end())).orElse(List.of()),
        published,
        modified,
        reader.noted("language", languages.find(facts.language, body.text())),
        site,
        reader.noted("section", reader.section()),
        reader.noted("image", reader.image()),
        reader.noted("tags", reader.tags()).orElse(List.of()),
        reader.noted("licence", terms.licence()),
        reader.noted("ai_generated", terms.aiGenerated()).isPresent(),
        walled ? Article.Access.PARTIAL : Article.Access.FULL,
        page.truncated(),
        Optional.empty(),
        new JobPostingReader(data, dates).read(),
        reader.provenance(),
        ArticleId.contentHash(title, body.text()),
        page.fetchedAt(),
        VERSION);
  }
}

package dev.civicwire.ingest.extract;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.CanonicalUrl;
import java.util.List;
import java.util.Optional;

/// Puts the article of one page together: its body is known, its metadata is read here.
final class ArticleReader {
  private final FetchedPage page;
  private final ParsedPage parsed;
  private final StructuredData data;
  private final BodyText body;
  private final Optional<RuledPage> ruled;
  private final MetadataReader reader;

  ArticleReader(
      FetchedPage page,
      ParsedPage parsed,
      StructuredData data,
      BodyText body,
      Optional<RuledPage> ruled) {
    this.page = page;
    this.parsed = parsed;
    this.data = data;
    this.body = body;
    this.ruled = ruled;
    this.reader = new MetadataReader(page, parsed.facts(), data);
  }

  Article read(String source, LanguageFinder languages) {
    Optional<String> declared = reader.noted("canonical_url", reader.canonical());
    String canonical = CanonicalUrl.choose(page.url(), declared);
    Optional<String> site = reader.noted("site", reader.site());
    String title = reader.noted("title", title(site.orElse(""))).orElse("");
    DateText dates = reader.dates();
    DateFinder finder = new DateFinder(parsed.facts(), data, dates, parsed.blocks());
    PageTerms terms = new PageTerms(parsed, body);
    reader.noted("structured_data_left_out", data.excess());
    boolean walled = reader.noted("access", terms.wall(data)).isPresent();
    return Article.builder(page.url(), canonical, source)
        .standfirst(reader.noted("standfirst", Surroundings.standfirst(parsed, body, title)))
        .captions(Surroundings.captions(parsed, body))
        .authors(reader.noted("authors", authors(site.orElse(""))).orElse(List.of()))
        .published(reader.noted("published", published(finder, dates)))
        .modified(reader.noted("modified", finder.modified(body.start(), body.end())))
        .language(reader.noted("language", languages.find(parsed.facts().language, body.text())))
        .site(site)
        .section(reader.noted("section", reader.section()))
        .image(reader.noted("image", reader.image()))
        .tags(reader.noted("tags", reader.tags()).orElse(List.of()))
        .licence(reader.noted("licence", terms.licence(data)))
        .aiGenerated(reader.noted("ai_generated", terms.aiGenerated()).isPresent())
        .access(walled ? Article.Access.PARTIAL : Article.Access.FULL)
        .truncated(page.truncated() || parsed.cut())
        .jobPosting(new JobPostingReader(data, dates).read())
        .provenance(reader.provenance())
        .build(title, body.text(), page.fetchedAt(), PageExtractor.VERSION);
  }

  private Optional<Found<String>> title(String site) {
    return ruled.flatMap(RuledPage::title).or(() -> reader.title(site));
  }

  private Optional<Found<List<String>>> authors(String site) {
    AuthorFinder finder =
        new AuthorFinder(parsed.facts(), data, parsed.blocks(), site, reader.host());
    return ruled
        .flatMap(rule -> rule.authors(site))
        .or(() -> finder.find(body.start(), body.end()));
  }

  private Optional<Found<PartialDate>> published(DateFinder finder, DateText dates) {
    return ruled
        .flatMap(rule -> rule.published(dates))
        .or(() -> finder.published(page.url(), body.start(), body.end()));
  }
}

package dev.civicwire.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.document.Documents;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The general extractor: one parse, one walk, and rules for single sites only where a folder of
/// them is given. It is safe for threads; making one loads its models, so make one and share it.
public final class PageExtractor implements Extractor {
  /// Name and version that articles carry.
  public static final String VERSION = "civicwire-extract/2";

  private static final Logger LOG = LoggerFactory.getLogger(PageExtractor.class);

  /// Shorter texts are no articles, in characters.
  private static final int MIN_TEXT = 25;

  private static final Optional<String> UTF_8_HTML = Optional.of("text/html; charset=utf-8");

  private final boolean obeysNoIndex;
  private final SiteRules rules;
  private final BlockModel model = new BlockModel();
  private final LanguageFinder languages = new LanguageFinder();

  /// Sites whose rule matched nothing and of which that was said.
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /// An extractor for the crawl: it refuses pages that ask not to be indexed.
  public PageExtractor() {
    this(true, SiteRules.none());
  }

  private PageExtractor(boolean obeysNoIndex, SiteRules rules) {
    this.obeysNoIndex = obeysNoIndex;
    this.rules = rules;
  }

  /// An extractor for pages that its user already has, as files: `noindex` is for crawlers and is
  /// passed over.
  public static PageExtractor forFiles() {
    return new PageExtractor(false, SiteRules.none());
  }

  /// This extractor with rules for single sites.
  public PageExtractor with(SiteRules siteRules) {
    return new PageExtractor(obeysNoIndex, siteRules);
  }

  /// What is known of a page after its parse and before its metadata is read.
  private record Opened(ParsedPage parsed, StructuredData data) {}

  @Override
  public Extraction extract(FetchedPage page, String source) {
    byte[] bytes = page.body().toByteArray();
    Optional<String> document = Documents.kind(bytes);
    if (document.isPresent()) {
      return new DocumentArticle(page, languages).read(bytes, document.get(), source, MIN_TEXT);
    }
    Optional<Extraction.Refused> refused = PageKind.refuse(page, bytes);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<SiteRule> rule = rule(page);
    Opened opened = open(page, bytes, rule.isPresent());
    if (obeysNoIndex && PageKind.isNoIndex(page, opened.parsed.facts())) {
      return new Extraction.Refused(
          "noindex", page.url() + " asks not to be indexed; it is left out");
    }
    Optional<RuledPage> ruled = rule.map(r -> ruled(page, opened.parsed, r));
    BodyText body =
        ruled.flatMap(RuledPage::body).orElseGet(() -> general(page, opened, judge(opened)));
    if (body.text().length() < MIN_TEXT) {
      return new Extraction.Refused(
          "no-text", page.url() + " holds no article text; check whether scripts build it");
    }
    Optional<String> instead =
        ruled.isPresent() ? Optional.empty() : NoArticle.in(opened.parsed, body);
    if (instead.isPresent()) {
      return new Extraction.Refused(
          "no-text", page.url() + " " + instead.get() + "; it holds no article and is left out");
    }
    ArticleReader reader = new ArticleReader(page, opened.parsed, opened.data, body, ruled);
    return new Extraction.Found(reader.read(source, languages));
  }

  private Optional<SiteRule> rule(FetchedPage page) {
    return rules.find(page.url(), LocalDate.ofInstant(page.fetchedAt(), ZoneOffset.UTC));
  }

  private static Opened open(FetchedPage page, byte[] bytes, boolean whole) {
    ParsedPage parsed =
        whole
            ? ParsedPage.whole(bytes, page.contentType(), page.url())
            : ParsedPage.of(bytes, page.contentType(), page.url());
    return opened(parsed, page.url());
  }

  private static Opened opened(ParsedPage parsed, String url) {
    return new Opened(parsed, StructuredData.of(parsed.facts(), url));
  }

  private float[] judge(Opened opened) {
    return model.judge(opened.parsed, opened.data.body());
  }

  private BodyText general(FetchedPage page, Opened opened, float[] votes) {
    BodyText body = BodyText.choose(opened.parsed, votes, opened.data);
    return body.isMakeshift() ? scripted(page).orElse(body) : body;
  }

  private Optional<BodyText> scripted(FetchedPage page) {
    String html = PageDecoder.decode(page.body().toByteArray(), page.contentType()).text();
    return ScriptedBody.in(html)
        .map(
            article ->
                opened(ParsedPage.of(article.getBytes(UTF_8), UTF_8_HTML, page.url()), page.url()))
        .map(inner -> BodyText.choose(inner.parsed, judge(inner), inner.data))
        .filter(inner -> !inner.isMakeshift())
        .map(inner -> BodyText.scripted(inner.text()));
  }

  private RuledPage ruled(FetchedPage page, ParsedPage parsed, SiteRule rule) {
    RuledPage ruled = new RuledPage(rule, parsed);
    if (ruled.body().isEmpty() && changed.add(rule.site())) {
      LOG.warn(
          "layout changed: the rule for {} matches nothing on {}; the general way is taken,"
              + " mend the rule or give it an end",
          rule.site(),
          page.url());
    }
    return ruled;
  }

  /// Block by block what is kept and dropped of a page and why, and where its metadata comes from.
  ///
  /// @return lines for people
  public Explanation explain(FetchedPage page) {
    byte[] bytes = page.body().toByteArray();
    Extraction extraction = extract(page, "explain");
    if (Documents.kind(bytes).isPresent() || PageKind.refuse(page, bytes).isPresent()) {
      return Explanation.of(extraction);
    }
    Optional<SiteRule> rule = rule(page);
    Opened opened = open(page, bytes, rule.isPresent());
    float[] votes = judge(opened);
    Optional<BodyText> ruled =
        rule.map(r -> ruled(page, opened.parsed, r)).flatMap(RuledPage::body);
    return Explanation.of(
        extraction, opened.parsed, votes, ruled.orElseGet(() -> general(page, opened, votes)));
  }
}

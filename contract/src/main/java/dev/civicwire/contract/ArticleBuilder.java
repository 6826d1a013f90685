package dev.civicwire.contract;

import dev.civicwire.contract.Article.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes an [Article] field by field, so that twenty-seven of them need no order to be kept in
/// mind.
///
/// What identifies an article is given first ([Article#builder]) and what it says last ([#build]);
/// the hash follows from these. All else starts absent. Not safe for several threads.
public final class ArticleBuilder {
  private final String id;
  private final String url;
  private final String canonicalUrl;
  private final String source;
  private Optional<String> standfirst = Optional.empty();
  private List<String> captions = List.of();
  private List<String> authors = List.of();
  private Optional<PartialDate> published = Optional.empty();
  private Optional<PartialDate> modified = Optional.empty();
  private Optional<String> language = Optional.empty();
  private Optional<String> site = Optional.empty();
  private Optional<String> section = Optional.empty();
  private Optional<String> image = Optional.empty();
  private List<String> tags = List.of();
  private Optional<String> licence = Optional.empty();
  private boolean aiGenerated;
  private Access access = Access.FULL;
  private boolean truncated;
  private Optional<Instant> gone = Optional.empty();
  private Optional<Article.GoneReason> goneReason = Optional.empty();
  private Optional<String> movedTo = Optional.empty();
  private Optional<JobPosting> jobPosting = Optional.empty();
  private List<Provenance> provenance = List.of();

  ArticleBuilder(String id, String url, String canonicalUrl, String source) {
    this.id = id;
    this.url = url;
    this.canonicalUrl = canonicalUrl;
    this.source = source;
  }

  /// A builder that holds all that `article` says about itself.
  static ArticleBuilder of(Article article) {
    return new ArticleBuilder(article.id(), article.url(), article.canonicalUrl(), article.source())
        .standfirst(article.standfirst())
        .captions(article.captions())
        .authors(article.authors())
        .published(article.published())
        .modified(article.modified())
        .language(article.language())
        .site(article.site())
        .section(article.section())
        .image(article.image())
        .tags(article.tags())
        .licence(article.licence())
        .aiGenerated(article.aiGenerated())
        .access(article.access())
        .truncated(article.truncated())
        .gone(article.gone())
        .goneReason(article.goneReason())
        .movedTo(article.movedTo())
        .jobPosting(article.jobPosting())
        .provenance(article.provenance());
  }

  /// See [Article#standfirst].
  public ArticleBuilder standfirst(Optional<String> value) {
    this.standfirst = value;
    return this;
  }

  /// See [Article#captions].
  public ArticleBuilder captions(List<String> value) {
    this.captions = value;
    return this;
  }

  /// See [Article#authors].
  public ArticleBuilder authors(List<String> value) {
    this.authors = value;
    return this;
  }

  /// See [Article#published].
  public ArticleBuilder published(Optional<PartialDate> value) {
    this.published = value;
    return this;
  }

  /// See [Article#modified].
  public ArticleBuilder modified(Optional<PartialDate> value) {
    this.modified = value;
    return this;
  }

  /// See [Article#language].
  public ArticleBuilder language(Optional<String> value) {
    this.language = value;
    return this;
  }

  /// See [Article#site].
  public ArticleBuilder site(Optional<String> value) {
    this.site = value;
    return this;
  }

  /// See [Article#section].
  public ArticleBuilder section(Optional<String> value) {
    this.section = value;
    return this;
  }

  /// See [Article#image].
  public ArticleBuilder image(Optional<String> value) {
    this.image = value;
    return this;
  }

  /// See [Article#tags].
  public ArticleBuilder tags(List<String> value) {
    this.tags = value;
    return this;
  }

  /// See [Article#licence].
  public ArticleBuilder licence(Optional<String> value) {
    this.licence = value;
    return this;
  }

  /// See [Article#aiGenerated].
  public ArticleBuilder aiGenerated(boolean value) {
    this.aiGenerated = value;
    return this;
  }

  /// See [Article#access].
  public ArticleBuilder access(Access value) {
    this.access = value;
    return this;
  }

  /// See [Article#truncated].
  public ArticleBuilder truncated(boolean value) {
    this.truncated = value;
    return this;
  }

  /// See [Article#gone].
  ArticleBuilder gone(Optional<Instant> value) {
    this.gone = value;
    return this;
  }

  /// See [Article#goneReason].
  ArticleBuilder goneReason(Optional<Article.GoneReason> value) {
    this.goneReason = value;
    return this;
  }

  /// See [Article#movedTo].
  ArticleBuilder movedTo(Optional<String> value) {
    this.movedTo = value;
    return this;
  }

  /// See [Article#jobPosting].
  public ArticleBuilder jobPosting(Optional<JobPosting> value) {
    this.jobPosting = value;
    return this;
  }

  /// See [Article#provenance].
  public ArticleBuilder provenance(List<Provenance> value) {
    this.provenance = value;
    return this;
  }

  /// The article.
  ///
  /// @param title headline
  /// @param text body
  /// @param fetchedAt when its page was fetched
  /// @param extractor name and version of what read it
  public Article build(String title, String text, Instant fetchedAt, String extractor) {
    return new Article(
        Article.SCHEMA_VERSION,
        id,
        url,
        canonicalUrl,
        source,
        title,
        standfirst,
        text,
        captions,
        authors,
        published,
        modified,
        language,
        site,
        section,
        image,
        tags,
        licence,
        aiGenerated,
        access,
        truncated,
        gone,
        goneReason,
        movedTo,
        jobPosting,
        provenance,
        ArticleId.contentHash(title, text),
        fetchedAt,
        extractor);
  }
}

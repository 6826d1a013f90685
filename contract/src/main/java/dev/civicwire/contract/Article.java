package dev.civicwire.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One article as its page gave it (schema.org `NewsArticle`): the text is the article's, all of it
/// and nothing else.
///
/// @param schemaVersion version of this record's JSON Schema, [#SCHEMA_VERSION]
/// @param id of the article, made from the canonical URL; see [ArticleId]
/// @param url from which it was fetched
/// @param canonicalUrl under which it is known
/// @param source name of the source that led to it
/// @param title headline
/// @param standfirst lead-in below the headline, not part of the text
/// @param text body; paragraphs and list items are lines, parted by one line feed
/// @param captions of images, not part of the text
/// @param authors people; a team or the outlet only where the page names nobody else
/// @param published first publication at the precision known; absent where undated
/// @param modified last change at the precision known
/// @param language ISO 639-1 code
/// @param site name of the outlet
/// @param section of the outlet
/// @param image address of the lead image
/// @param tags of the publisher
/// @param licence where stated, such as `OGL-3.0`
/// @param aiGenerated true where the publisher says so
/// @param access whether the text is whole or behind a wall
/// @param truncated true where a size limit cut the page
/// @param gone when the page was found to have vanished or to be no longer for us
/// @param goneReason why it is gone; absent where the page has vanished
/// @param movedTo the address that the page's own answers with for good, where it has moved
/// @param jobPosting structured data of the page
/// @param provenance where each metadata value came from
/// @param contentHash SHA-256 over title and text, hexadecimal
/// @param fetchedAt when the page was fetched
/// @param extractor name and version of the extractor
public record Article(
    int schemaVersion,
    String id,
    String url,
    String canonicalUrl,
    String source,
    String title,
    Optional<String> standfirst,
    String text,
    List<String> captions,
    List<String> authors,
    Optional<PartialDate> published,
    Optional<PartialDate> modified,
    Optional<String> language,
    Optional<String> site,
    Optional<String> section,
    Optional<String> image,
    List<String> tags,
    Optional<String> licence,
    boolean aiGenerated,
    Access access,
    boolean truncated,
    Optional<Instant> gone,
    Optional<GoneReason> goneReason,
    Optional<String> movedTo,
    Optional<JobPosting> jobPosting,
    List<Provenance> provenance,
    String contentHash,
    Instant fetchedAt,
    String extractor) {
  /// Version of the JSON Schema that this code writes.
  public static final int SCHEMA_VERSION = 1;

  public Article {
    captions = Lists.copy((@Nullable List<String>) captions);
    authors = Lists.copy((@Nullable List<String>) authors);
    tags = Lists.copy((@Nullable List<String>) tags);
    provenance = Lists.copy((@Nullable List<Provenance>) provenance);
  }

  /// Whether the text is whole.
  public enum Access {
    FULL,
    PARTIAL
  }

  /// Why an article whose page has not vanished is no longer to be shown.
  public enum GoneReason {
    NOINDEX,
    ROBOTS,
    MOVED
  }

  /// A builder of the article that is known under `canonicalUrl`.
  ///
  /// @param url from which it was fetched
  /// @param canonicalUrl that its id is made from
  /// @param source name of the source that led to it
  public static ArticleBuilder builder(String url, String canonicalUrl, String source) {
    return new ArticleBuilder(ArticleId.of(canonicalUrl), url, canonicalUrl, source);
  }

  /// The same, published then as `by` says.
  public Article withPublished(PartialDate date, Provenance by) {
    return ArticleBuilder.of(this)
        .published(Optional.of(date))
        .provenance(Stream.concat(provenance.stream(), Stream.of(by)).toList())
        .build(title, text, fetchedAt, extractor);
  }

  /// The same, its text cut after `length` UTF-16 code units, between two characters, and marked as
  /// truncated; itself where it is no longer than that.
  public Article cutTo(int length) {
    if (text.length() <= length) {
      return this;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return ArticleBuilder.of(this)
        .truncated(true)
        .build(title, text.substring(0, end), fetchedAt, extractor);
  }

  /// The same, whose page has vanished.
  ///
  /// @param seen when that was seen
  public Article withGone(Instant seen) {
    return ArticleBuilder.of(this).gone(Optional.of(seen)).build(title, text, fetchedAt, extractor);
  }

  /// The same, to be shown no longer because of what its site asks: what is searched leaves it out.
  ///
  /// @param seen when that was seen
  public Article withdrawn(Instant seen, GoneReason reason) {
    return ArticleBuilder.of(this)
        .gone(Optional.of(seen))
        .goneReason(Optional.of(reason))
        .build(title, text, fetchedAt, extractor);
  }

  /// The same, that is an article of another id now.
  ///
  /// @param seen when that was seen
  /// @param address of its page
  public Article withMovedTo(Instant seen, String address) {
    return ArticleBuilder.of(withdrawn(seen, GoneReason.MOVED))
        .movedTo(Optional.of(address))
        .build(title, text, fetchedAt, extractor);
  }

  /// A bare article of title and text, as `civicwire tag` reads it.
  public static Article ofText(
      String id, String url, String title, String text, Optional<PartialDate> published) {
    return new ArticleBuilder(id, url, url, "stdin")
        .published(published)
        .build(title, text, Instant.EPOCH, "none/0");
  }
}

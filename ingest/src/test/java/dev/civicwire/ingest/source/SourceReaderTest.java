package dev.civicwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Payload;
import dev.civicwire.ingest.FetchedPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {
  private static final String BASE = "https://example.org/news/";
  private static final String RSS =
      "<rss version='2.0'><channel><title>t</title><link>https://example.org</link>"
          + "<description>d</description>%s</channel></rss>";

  private static Reading read(SourceReader reader, String body) throws UnreadableSourceException {
    return read(reader, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading read(SourceReader reader, byte[] body) throws UnreadableSourceException {
    return reader.read(FetchedPage.ofBytes(BASE, body, Instant.EPOCH));
  }

  private static List<String> urls(Reading reading) {
    return reading.links().stream().map(FoundLink::url).toList();
  }

  @Test
  void readsRss() throws UnreadableSourceException {
    Reading reading =
        read(
            new FeedReader(),
            RSS.formatted(
                "<item><title>A &amp; B</title><link>1?utm_source=rss</link>"
                    + "<pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate></item>"
                    + "<item><title>Id</title><guid>https://example.org/2</guid></item>"
                    + "<item><title>no link</title></item>"));

    assertThat(urls(reading)).containsExactly(BASE + "1", "https://example.org/2");
    assertThat(reading.links().getFirst().title()).contains("A & B");
    assertThat(reading.links().getFirst().published())
        .contains(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void readsAtom() throws UnreadableSourceException {
    Reading reading =
        read(
            new FeedReader(),
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>t</title>"
                + "<id>x</id><updated>2026-11-22T10:00:00Z</updated><entry><title>A</title>"
                + "<id>tag:1</id><link rel='edit' href='/edit'/><link href='/1'/>"
                + "<updated>2026-11-21T10:00:00Z</updated></entry></feed>");

    assertThat(urls(reading)).containsExactly("https://example.org/1");
    assertThat(reading.links().getFirst().updated())
        .contains(Instant.parse("2026-11-21T10:00:00Z"));
  }

  @Test
  void findsTheOlderEntriesOfRss() throws UnreadableSourceException {
    String link = "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='%s' href='?page=2'/>";

    assertThat(read(new FeedReader(), RSS.formatted(link.formatted("next"))).nextPages())
        .containsExactly(BASE + "?page=2");
    assertThat(read(new FeedReader(), RSS.formatted(link.formatted("self"))).nextPages()).isEmpty();
  }

  @Test
  void readsJsonFeed() throws UnreadableSourceException {
    Reading reading =
        read(
            new FeedReader(),
            " {\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"/1\","
                + "\"title\":\"A\",\"date_published\":\"2026-11-22T10:00:00+00:00\"},{\"id\":\"x\"}]}");

    assertThat(urls(reading)).containsExactly("https://example.org/1");
    assertThat(reading.links().getFirst().published())
        .contains(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void forgivesBrokenFeeds() throws UnreadableSourceException {
    String broken =
        RSS.formatted(
            "<item><title>Smith & Sons &nbsp; &lsquo;x&rsquo;</title><link>/1</link>"
                + "<pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate></item><item><link>/2</link>");

    Reading reading = read(new FeedReader(), broken);

    assertThat(urls(reading)).containsExactly("https://example.org/1", "https://example.org/2");
    assertThat(reading.links().getFirst().published()).isPresent();
  }

  @Test
  void readsAFeedWithAHarmlessDoctype() throws UnreadableSourceException {
    String doctype = "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://x/rss.dtd'>";

    Reading reading =
        read(new FeedReader(), doctype + RSS.formatted("<item><link>/1</link></item>"));

    assertThat(urls(reading)).containsExactly("https://example.org/1");
  }

  @Test
  void opensNoExternalEntity() throws UnreadableSourceException {
    String attack = "<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>";

    Reading reading =
        read(
            new FeedReader(),
            attack + RSS.formatted("<item><title>&f;</title><link>/1</link></item>"));

    assertThat(urls(reading)).containsExactly("https://example.org/1");
    assertThat(reading.links().getFirst().title().orElse("")).doesNotContain("root");
  }

  @Test
  void expandsNoBillionLaughs() throws UnreadableSourceException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
    }

    Reading reading =
        read(
            new FeedReader(),
            laughs + "]>" + RSS.formatted("<item><title>&l29;</title><link>/1</link></item>"));

    assertThat(urls(reading)).containsExactly("https://example.org/1");
    assertThat(reading.links().getFirst().title().orElse("").length()).isLessThan(100);
  }

  @Test
  void readsAFeedOfFiftyThousandItems() throws UnreadableSourceException {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      items.append("<item><title>t</title><link>/").append(i).append("</link></item>");
    }

    assertThat(read(new FeedReader(), RSS.formatted(items)).links()).hasSize(50_000);
  }

  @Test
  void saysThatAPageIsNoFeed() {
    assertThatThrownBy(() -> read(new FeedReader(), "<html><body>hello</body></html>"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(BASE + " is no feed");
    assertThatThrownBy(() -> read(new FeedReader(), "{\"a\":1}"))
        .isInstanceOf(UnreadableSourceException.class);
    assertThatThrownBy(() -> read(new FeedReader(), ""))
        .isInstanceOf(UnreadableSourceException.class);
  }

  @Test
  void readsTheCharsetOfTheHeader() throws UnreadableSourceException {
    byte[] latin =
        RSS.formatted("<item><title>Caf\u00e9</title><link>/1</link></item>")
            .getBytes(StandardCharsets.ISO_8859_1);
    FetchedPage page =
        new FetchedPage(
            BASE,
            BASE,
            200,
            Optional.of("application/rss+xml; charset=iso-8859-1"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            new Payload(latin),
            false,
            Instant.EPOCH);

    assertThat(new FeedReader().read(page).links().getFirst().title()).contains("Caf\u00e9");
  }

  private static final String URLSET =
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
          + " xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>%s</urlset>";

  @Test
  void readsSitemapsNewestFirst() throws UnreadableSourceException {
    Reading reading =
        read(
            new SitemapReader(),
            URLSET.formatted(
                "<url><loc>https://example.org/old</loc><lastmod>2025-01-01</lastmod></url>"
                    + "<url><loc>https://example.org/new</loc><lastmod>2026-11-20</lastmod></url>"
                    + "<url><loc>https://example.org/undated</loc></url>"));

    assertThat(urls(reading))
        .containsExactly(
            "https://example.org/new", "https://example.org/old", "https://example.org/undated");
  }

  @Test
  void readsNewsSitemaps() throws UnreadableSourceException {
    Reading reading =
        read(
            new SitemapReader(),
            URLSET.formatted(
                "<url><loc>https://example.org/1</loc><n:news><n:publication><n:name>X</n:name>"
                    + "<n:language>en</n:language></n:publication>"
                    + "<n:publication_date>2026-11-22T10:00:00Z</n:publication_date>"
                    + "<n:title>Alpha</n:title></n:news></url>"));

    assertThat(reading.links().getFirst().title()).contains("Alpha");
    assertThat(reading.links().getFirst().published())
        .contains(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void readsIndexesAndPackedFiles() throws IOException, UnreadableSourceException {
    String index =
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap>"
            + "<loc>https://example.org/a.xml.gz</loc></sitemap></sitemapindex>";

    assertThat(read(new SitemapReader(), index).nextPages())
        .containsExactly("https://example.org/a.xml.gz");
    assertThat(
            urls(
                read(
                    new SitemapReader(),
                    gzip(URLSET.formatted("<url><loc>https://example.org/1</loc></url>")))))
        .containsExactly("https://example.org/1");
  }

  @Test
  void forgivesBrokenSitemaps() throws UnreadableSourceException {
    Reading reading =
        read(
            new SitemapReader(),
            "\n<!DOCTYPE x><urlset><url><loc>https://example.org/1?a=1&b=2</loc></url><url>");

    assertThat(urls(reading)).containsExactly("https://example.org/1?a=1&b=2");
  }

  @Test
  void saysThatAPageIsNoSitemap() {
    assertThatThrownBy(() -> read(new SitemapReader(), "<html><body>hello</body></html>"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("is no sitemap");
    assertThatThrownBy(() -> read(new SitemapReader(), new byte[] {0x1f, (byte) 0x8b, 8, 0}))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("gzip");
  }

  @Test
  void readsListings() throws UnreadableSourceException {
    Reading reading =
        read(
            new ListingReader("li.job", Optional.of("a.next")),
            "<base href='/jobs/'><ul><li class=job><b>New:</b> <a href=1>Head of IT</a></li>"
                + "<li class=job><a href='1#top'>again</a></li><li><a href=2>other</a></li></ul>"
                + "<a class=next href='?page=2'>next</a><a class=next href='?page=9'>last</a>");

    assertThat(urls(reading)).containsExactly("https://example.org/jobs/1");
    assertThat(reading.links().getFirst().title()).contains("New: Head of IT");
    assertThat(reading.nextPages()).containsExactly("https://example.org/jobs/?page=2");
  }

  @ParameterizedTest
  @CsvSource({
    "'noindex, nofollow', true",
    "NOFOLLOW, true",
    "noindex nofollow, true",
    "none, true",
    "'max-image-preview: none,nofollow', true",
    "'index, follow, max-image-preview:none', false",
    "noindex, false"
  })
  void refusesAListThatAsksNotToBeFollowed(String rules, boolean refused)
      throws UnreadableSourceException {
    SourceReader reader = new ListingReader("a", Optional.empty());
    String page = "<meta name=robots content='%s'><a href=1>one</a>".formatted(rules);

    if (refused) {
      assertThatThrownBy(() -> read(reader, page))
          .isInstanceOfSatisfying(
              UnreadableSourceException.class, e -> assertThat(e.reason()).isEqualTo("nofollow"))
          .hasMessageEndingWith("asks not to be followed");
    } else {
      assertThat(read(reader, page).links()).hasSize(1);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void readsGovUkSearchAndContent() throws UnreadableSourceException {
    Reading search =
        read(
            new GovUkReader(),
            """
            {"results": [{"link": "/government/news/a", "title": "A",
              "public_timestamp": "2026-11-20T09:00:00Z"}, {"title": "no link"}]}\
            """);
    Reading content =
        read(
            new GovUkReader(),
            """
            {"base_path": "/government/collections/c", "title": "C",
             "first_published_at": "2026-01-02T00:00:00+00:00",
             "public_updated_at": "2026-11-01T00:00:00+00:00",
             "links": {"documents": [{"base_path": "/guidance/d", "title": "D"}]}}\
            """);

    assertThat(urls(search)).containsExactly("https://example.org/government/news/a");
    assertThat(search.links().getFirst().updated()).contains(Instant.parse("2026-11-20T09:00:00Z"));
    assertThat(urls(content))
        .containsExactly(
            "https://example.org/government/collections/c", "https://example.org/guidance/d");
    assertThatThrownBy(() -> read(new GovUkReader(), "{}"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("neither GOV.UK's search nor its content API");
  }

  @Test
  void readsReleasesAndTheNextPackage() throws UnreadableSourceException {
    Reading reading =
        read(
            new OcdsReader(),
            """
            {"releases": [
              {"ocid": "ocds-1", "date": "2026-11-20T09:00:00Z", "tender": {"title": "T",
                "documents": [{"documentType": "biddingDocuments", "url": "https://example.org/b"},
                  {"documentType": "tenderNotice", "url": "https://example.org/Notice/1"}]}},
              {"ocid": "ocds-2", "tender": {"title": "U"}}, {"tender": {}}],
             "links": {"next": "?cursor=2"}}\
            """);

    assertThat(urls(reading))
        .containsExactly("https://example.org/Notice/1", BASE + "?ocid=ocds-2");
    assertThat(reading.nextPages()).containsExactly(BASE + "?cursor=2");
    assertThat(reading.links()).allSatisfy(link -> assertThat(link.record()).isPresent());
  }
}

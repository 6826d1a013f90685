package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Articles and what goes with them, small and numbered.
final class Samples {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Samples() {}

  static Article article(int number) {
    return article(number, "Text " + number + ".");
  }

  static Article article(int number, String text) {
    String url = "https://host%d.example/%d".formatted(number % 7, number);
    return Article.ofText(
        ArticleId.of(url), url, "Title " + number, text, PartialDate.parse("2026-11"));
  }

  static List<Article> articles(int count) {
    return IntStream.range(0, count).mapToObj(Samples::article).toList();
  }

  static CrawlState state(Article article, String outcome) {
    return new CrawlState.OfUrl(
        article.url(),
        article.url().split("/")[2],
        "wire",
        outcome,
        Optional.empty(),
        Optional.of("\"1\""),
        Optional.empty(),
        Optional.of(article.contentHash()),
        Optional.of(article.id()),
        NOON,
        NOON,
        0);
  }

  static TaggedArticle tagged(Article article) {
    return new TaggedArticle(
        TaggedArticle.SCHEMA_VERSION,
        article.id(),
        article.canonicalUrl(),
        article,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(Topic.OTHER),
        Relevance.NONE,
        false,
        Optional.of("en"),
        List.of(),
        "test/1",
        NOON);
  }
}

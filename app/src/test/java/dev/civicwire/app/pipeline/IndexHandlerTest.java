package dev.civicwire.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.app.sample.SamplePages;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.topic.TopicRecord;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.index.write.ArticleWriter;
import dev.civicwire.index.write.IndexRequest;
import dev.civicwire.index.write.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexHandlerTest {
  private static final TaggedArticle ARTICLE = tagged();

  private final List<IndexRequest> asked = new ArrayList<>();

  private static TaggedArticle tagged() {
    return Tagger.load()
        .tag(Article.ofText("id-1", "https://x.example/1", "Title", "Text.", Optional.empty()));
  }

  @Test
  void writesValuesAndDeletesTombstones() {
    IndexHandler handler = new IndexHandler(writer(new WriteOutcome(2, 0, List.of(), List.of())));
    assertThat(
            handler.handle(List.of(record(1, Optional.of(ARTICLE)), record(2, Optional.empty()))))
        .isEmpty();
    assertThat(asked)
        .containsExactly(new IndexRequest.Upsert(ARTICLE, 1), new IndexRequest.Delete("id-1", 2));
    assertThat(handler.written()).isEqualTo(2);
  }

  @Test
  void deletesWhatItsSiteHasWithdrawn() {
    Article withdrawn =
        Article.ofText("id-1", "https://x.example/1", "Title", "Text.", Optional.empty())
            .withdrawn(Instant.EPOCH, Article.GoneReason.NOINDEX);
    IndexHandler handler = new IndexHandler(writer(new WriteOutcome(1, 0, List.of(), List.of())));

    handler.handle(List.of(record(3, Optional.of(Tagger.load().tag(withdrawn)))));

    assertThat(asked).containsExactly(new IndexRequest.Delete("id-1", 3));
  }

  @Test
  void handsBackWhatTheIndexRefusesWithItsPlace() {
    IndexRequest refused = new IndexRequest.Upsert(ARTICLE, 1);
    WriteOutcome outcome =
        new WriteOutcome(
            1,
            0,
            List.of(new WriteOutcome.Rejected(refused, "mapping", "field is no number")),
            List.of());
    IndexHandler handler = new IndexHandler(writer(outcome));
    assertThat(
            handler.handle(List.of(record(1, Optional.of(ARTICLE)), record(2, Optional.empty()))))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.stage()).isEqualTo("index");
              assertThat(rejection.reason()).isEqualTo("mapping");
              assertThat(rejection.key()).isEqualTo("id-1");
              assertThat(rejection.offset()).isEqualTo(1);
              assertThat(rejection.topic()).contains("tagged-articles");
              assertThat(rejection.url()).contains("https://x.example/1");
            });
  }

  @Test
  void losesNothingWhereItWasStopped() {
    IndexRequest left = new IndexRequest.Upsert(ARTICLE, 1);
    IndexHandler handler =
        new IndexHandler(writer(new WriteOutcome(0, 0, List.of(), List.of(left))));
    assertThatThrownBy(() -> handler.handle(List.of(record(1, Optional.of(ARTICLE)))))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("at the next start");
  }

  @Test
  void theSampleSiteIsThereForBenchmarks() {
    SamplePages pages = SamplePages.load();
    assertThat(pages.articles()).hasSize(47);
    assertThat(pages.articles().stream().flatMap(a -> pages.peopleOf(a).stream())).hasSize(65);
  }

  private ArticleWriter writer(WriteOutcome outcome) {
    return new ArticleWriter() {
      @Override
      public WriteOutcome write(List<IndexRequest> requests) {
        asked.addAll(requests);
        return outcome;
      }

      @Override
      public void refresh() {}
    };
  }

  private static TopicRecord<TaggedArticle> record(long offset, Optional<TaggedArticle> value) {
    return new TopicRecord<>("tagged-articles", 0, offset, "id-1", offset, value);
  }
}

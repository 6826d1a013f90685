package dev.civicwire.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.topic.TopicRecord;
import dev.civicwire.enrich.Tagger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestTaggedTest {
  private static final Tagger TAGGER = Tagger.load();

  private final NewestTagged newest = new NewestTagged(2);

  @Test
  void keepsTheNewestArticlesInTheirNewestVersions() {
    newest.handle(List.of(written("a", 1), written("b", 2), written("c", 3)));
    assertThat(newest.articles()).extracting(TaggedArticle::id).containsExactly("c", "b");
    newest.handle(List.of(written("b", 4), written("c", 1)));
    assertThat(newest.articles()).extracting(TaggedArticle::id).containsExactly("b", "c");
  }

  @Test
  void forgetsWhatWasTakenBack() {
    newest.handle(List.of(written("a", 1), written("b", 2), record("b", 3, Optional.empty())));
    assertThat(newest.articles()).extracting(TaggedArticle::id).containsExactly("a");
  }

  private static TopicRecord<TaggedArticle> written(String key, long version) {
    Article article = Article.ofText(key, "test:" + key, "", "", Optional.empty());
    return record(key, version, Optional.of(TAGGER.tag(article)));
  }

  private static TopicRecord<TaggedArticle> record(
      String key, long version, Optional<TaggedArticle> value) {
    return new TopicRecord<>("topic", 0, version, key, version, value);
  }
}

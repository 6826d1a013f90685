package dev.civicwire.index.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import dev.civicwire.index.fixture.FilledIndex;
import dev.civicwire.index.fixture.SearchNode;
import dev.civicwire.index.fixture.TestArticles;
import dev.civicwire.index.search.SearchQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SearchNode.class)
class IndexCatalogTest {
  private final SearchNode.Access node;

  IndexCatalogTest(SearchNode.Access node) {
    this.node = node;
  }

  private IndexCatalog catalog(ElasticConnection connection, ArticleMapping mapping) {
    return new IndexCatalog(connection, mapping, Clock.systemUTC());
  }

  private ElasticConnection connect(String suffix) {
    return ElasticConnection.open(node.config().withPrefix(node.prefix() + suffix));
  }

  @Test
  void makesOneIndexHoweverManyStartTogether() throws ExecutionException, InterruptedException {
    try (ElasticConnection connection = connect("-race");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<IndexCatalog.State>> states = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        IndexCatalog catalog = catalog(connection, ArticleMapping.standard());
        states.add(threads.submit(catalog::ensure));
      }
      for (Future<IndexCatalog.State> state : states) {
        assertThat(state.get()).isNotEqualTo(IndexCatalog.State.OUTDATED);
      }
      IndexCatalog catalog = catalog(connection, ArticleMapping.standard());
      assertThat(catalog.all()).hasSize(1).first().isEqualTo(catalog.current().orElseThrow());
      assertThat(catalog.ensure()).isEqualTo(IndexCatalog.State.CURRENT);
    }
  }

  @Test
  void tellsAnOlderMappingAndRefusesANewer() {
    ArticleMapping standard = ArticleMapping.standard();
    ArticleMapping newer = new ArticleMapping(standard.version() + 1, standard.indexBody());
    try (ElasticConnection connection = connect("-versions")) {
      catalog(connection, standard).ensure();
      assertThat(catalog(connection, newer).ensure()).isEqualTo(IndexCatalog.State.OUTDATED);
      IndexCatalog ahead = catalog(connection, newer);
      ahead.swapAlias(ahead.newIndex());
      assertThatThrownBy(() -> catalog(connection, standard).ensure())
          .isInstanceOf(StageException.class)
          .hasMessageContaining("run the newer program");
    }
  }

  @Test
  void reindexesWhileSearchesGoOn() throws ExecutionException, InterruptedException {
    int all = TestArticles.all().size();
    try (ElasticConnection connection = connect("-reindex");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IndexCatalog catalog = catalog(connection, ArticleMapping.standard());
      catalog.ensure();
      ElasticArticleWriter live = catalog.writer(() -> false, line -> {});
      live.write(TestArticles.upserts(1));
      live.refresh();
      ElasticArticleSearch search =
          new ElasticArticleSearch(connection, catalog, FilledIndex.CLOCK);
      AtomicBoolean done = new AtomicBoolean();
      Future<Integer> searches = threads.submit(() -> searchUntil(search, done, all));
      String old = catalog.current().orElseThrow();
      for (int round = 0; round < 3; round++) {
        String fresh = catalog.newIndex();
        catalog.writer(fresh, () -> false, line -> {}).write(TestArticles.upserts(1));
        catalog.swapAlias(fresh);
        catalog.dropOld();
        assertThat(catalog.all()).containsExactly(fresh);
      }
      done.set(true);
      assertThat(searches.get()).isGreaterThan(2);
      assertThat(catalog.current()).isNotEmpty().get().isNotEqualTo(old);
      // The live writer goes by the alias and needs no restart.
      assertThat(live.write(TestArticles.upserts(2)).written()).isEqualTo(all);
    }
  }

  private static int searchUntil(ElasticArticleSearch search, AtomicBoolean done, int all) {
    int searches = 0;
    while (!done.get()) {
      assertThat(search.search(SearchQuery.of("")).total()).isEqualTo(all);
      searches++;
    }
    return searches;
  }

  @Test
  void keepsAnIndexThatAnotherReindexIsFilling() {
    try (ElasticConnection connection = connect("-two")) {
      IndexCatalog catalog = catalog(connection, ArticleMapping.standard());
      catalog.ensure();
      String first = catalog.newIndex();
      catalog.swapAlias(first);
      String filling = catalog.newIndex();
      catalog.dropOld();
      assertThat(catalog.all()).containsExactly(first, filling);
      assertThatThrownBy(() -> catalog.drop(first)).isInstanceOf(StageException.class);
      catalog.drop(filling);
      assertThat(catalog.all()).containsExactly(first);
    }
  }

  @Test
  void takesAcronymsFromAFileOfTheUsers(@TempDir Path folder) throws java.io.IOException {
    Path file =
        Files.writeString(
            folder.resolve("acronyms.txt"), "# ours\nacc, aireborough city council\n");
    try (ElasticConnection connection = connect("-acronyms")) {
      IndexCatalog catalog = catalog(connection, ArticleMapping.withAcronyms(file));
      catalog.ensure();
      ElasticArticleWriter writer = catalog.writer(() -> false, line -> {});
      writer.write(TestArticles.upserts(1));
      writer.refresh();
      ElasticArticleSearch search =
          new ElasticArticleSearch(connection, catalog, FilledIndex.CLOCK);
      assertThat(search.search(SearchQuery.of("ACC")).hits())
          .extracting(h -> h.id())
          .containsExactly("head-data-leeds");
    }
    assertThatThrownBy(() -> ArticleMapping.withAcronyms(folder.resolve("none.txt")))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("none.txt");
  }
}

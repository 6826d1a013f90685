package dev.civicwire.index.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.index.fixture.FilledIndex;
import dev.civicwire.index.fixture.SearchNode;
import dev.civicwire.index.fixture.TestArticles;
import dev.civicwire.index.search.SearchQuery;
import dev.civicwire.index.write.IndexRequest;
import dev.civicwire.index.write.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SearchNode.class)
class ElasticArticleWriterTest {
  private final FilledIndex index;

  ElasticArticleWriterTest(SearchNode.Access node) {
    index = FilledIndex.empty(node);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void writesEveryArticleOnceHoweverOftenItIsAsked() {
    WriteOutcome first = index.writer().write(TestArticles.upserts(7));
    WriteOutcome again = index.writer().write(TestArticles.upserts(7));
    index.writer().refresh();
    int all = TestArticles.all().size();
    assertThat(first).isEqualTo(new WriteOutcome(all, 0, List.of(), List.of()));
    assertThat(again).isEqualTo(new WriteOutcome(0, all, List.of(), List.of()));
    assertThat(index.search().count()).isEqualTo(all);
  }

  @Test
  void givesBackEveryArticleAsItWas() {
    index.writer().write(TestArticles.upserts(0));
    index.writer().refresh();
    for (TaggedArticle article : TestArticles.all()) {
      assertThat(index.search().article(article.id())).contains(article);
    }
  }

  @Test
  void ignoresAnOlderVersion() {
    write(new IndexRequest.Upsert(TestArticles.plain("a", "New title", "Text."), 9));
    WriteOutcome late =
        write(new IndexRequest.Upsert(TestArticles.plain("a", "Old title", "Text."), 8));
    assertThat(late.stale()).isEqualTo(1);
    assertThat(title("a")).contains("New title");
  }

  @Test
  void takesAnArticleOutAndKeepsItOutWhenOlderRecordsArriveLate() {
    write(new IndexRequest.Upsert(TestArticles.plain("a", "Secret", "Text."), 3));
    write(new IndexRequest.Delete("a", 5));
    assertThat(title("a")).isEmpty();
    assertThat(index.search().count()).isZero();
    assertThat(index.search().search(SearchQuery.of("secret")).total()).isZero();
    write(new IndexRequest.Upsert(TestArticles.plain("a", "Secret", "Text."), 4));
    assertThat(index.search().count()).isZero();
    write(new IndexRequest.Upsert(TestArticles.plain("a", "Back", "Text."), 6));
    assertThat(title("a")).contains("Back");
  }

  @Test
  void takesOneArticlesChangesInOrder() {
    WriteOutcome outcome =
        index
            .writer()
            .write(
                List.of(
                    new IndexRequest.Upsert(TestArticles.plain("a", "One", "Text."), 1),
                    new IndexRequest.Delete("a", 2),
                    new IndexRequest.Upsert(TestArticles.plain("a", "Three", "Text."), 3)));
    index.writer().refresh();
    assertThat(outcome.written()).isEqualTo(3);
    assertThat(title("a")).contains("Three");
  }

  @Test
  void refusesABadDocumentAndWritesTheOthers() {
    TaggedArticle tooLongAKeyword = inLanguage("x".repeat(40_000));
    TaggedArticle halfASurrogatePair = TestArticles.plain("half", "Half \ud83c of it", "Text.");
    List<IndexRequest> requests = new ArrayList<>(TestArticles.upserts(1));
    requests.add(3, new IndexRequest.Upsert(tooLongAKeyword, 1));
    requests.add(5, new IndexRequest.Upsert(halfASurrogatePair, 1));
    WriteOutcome outcome = index.writer().write(requests);
    assertThat(outcome.written()).isEqualTo(TestArticles.all().size() + 1);
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.request().id()).isEqualTo("long");
              assertThat(r.reason()).isEqualTo("document-parsing");
              assertThat(r.message()).contains("long", "immense term").doesNotContain("\n");
            });
    index.writer().refresh();
    assertThat(title("half").orElseThrow()).startsWith("Half ").endsWith(" of it");
  }

  @Test
  void writesMoreThanOneRequestHolds() {
    List<IndexRequest> many = new ArrayList<>();
    for (int i = 0; i < 1_203; i++) {
      many.add(new IndexRequest.Upsert(TestArticles.plain("n" + i, "Number " + i, "Text."), 1));
    }
    assertThat(index.writer().write(many).written()).isEqualTo(1_203);
    index.writer().refresh();
    assertThat(index.search().count()).isEqualTo(1_203);
  }

  @Test
  void holdsAnArticleOfTwoMegabytesOfText() {
    String text = "The council will pay for its new register. ".repeat(47_000);
    TaggedArticle large = TestArticles.plain("large", "A very long report", text);
    assertThat(write(new IndexRequest.Upsert(large, 1)).written()).isEqualTo(1);
    assertThat(index.search().article("large")).contains(large);
    assertThat(index.search().search(SearchQuery.of("register")).hits().getFirst().highlights())
        .isNotEmpty();
  }

  @Test
  void saysThatTheIndexIsMissing(SearchNode.Access node) {
    try (ElasticConnection other =
        ElasticConnection.open(node.config().withPrefix("test-nowhere"))) {
      IndexCatalog catalog = new IndexCatalog(other, ArticleMapping.standard(), FilledIndex.CLOCK);
      assertThatThrownBy(
              () -> catalog.writer(() -> false, line -> {}).write(TestArticles.upserts(1)))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("test-nowhere-articles");
    }
  }

  private WriteOutcome write(IndexRequest request) {
    WriteOutcome outcome = index.writer().write(List.of(request));
    index.writer().refresh();
    return outcome;
  }

  private Optional<String> title(String id) {
    return index.search().article(id).map(a -> a.article().title());
  }

  private static TaggedArticle inLanguage(String language) {
    TaggedArticle a = TestArticles.plain("long", "Long", "Text.");
    return new TaggedArticle(
        a.schemaVersion(),
        a.id(),
        a.url(),
        a.article(),
        a.roles(),
        a.salaries(),
        a.budgets(),
        a.otherMoney(),
        a.deadlines(),
        a.events(),
        a.headcounts(),
        a.organisations(),
        a.people(),
        a.locations(),
        a.quotations(),
        a.impliedSalaries(),
        a.vacancies(),
        a.vacancy(),
        a.appointments(),
        a.departures(),
        a.money(),
        a.topics(),
        a.relevance(),
        a.isPublicSector(),
        Optional.of(language),
        a.brief(),
        a.tagger(),
        a.taggedAt());
  }
}

package dev.civicwire.index.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import dev.civicwire.index.fixture.FaultyProxy;
import dev.civicwire.index.fixture.FaultyProxy.Fault;
import dev.civicwire.index.fixture.FilledIndex;
import dev.civicwire.index.fixture.SearchNode;
import dev.civicwire.index.fixture.TestArticles;
import dev.civicwire.index.write.WriteOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SearchNode.class)
class WriterUnderFaultsTest {
  private static final int ALL = TestArticles.all().size();
  private static final Fault BUSY =
      new Fault.Status(
          429,
          "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"queue full\"}}");

  private final FilledIndex direct;
  private final FaultyProxy proxy;
  private final ElasticConnection connection;
  private final IndexCatalog catalog;
  private final List<String> progress = new CopyOnWriteArrayList<>();

  WriterUnderFaultsTest(SearchNode.Access node) {
    direct = FilledIndex.empty(node);
    proxy = new FaultyProxy(node.url());
    connection = ElasticConnection.open(node.configAt(proxy.url()));
    catalog = new IndexCatalog(connection, ArticleMapping.standard(), FilledIndex.CLOCK);
  }

  @AfterEach
  void close() {
    connection.close();
    proxy.close();
    direct.close();
  }

  @Test
  void waitsOutAnEngineThatIsBusyAwayOrCutOffAndLosesNothing() {
    proxy.fail(BUSY, 2);
    proxy.fail(new Fault.Status(503, "<html>Bad gateway</html>"), 1);
    proxy.fail(new Fault.Cut(), 2);
    proxy.fail(new Fault.LoseAnswer(), 1);
    WriteOutcome outcome =
        catalog.writer(() -> false, progress::add).write(TestArticles.upserts(4));
    // The lost answer was to a request that the node had carried out: sent again, all of it is
    // stale.
    assertThat(outcome).isEqualTo(new WriteOutcome(0, ALL, List.of(), List.of()));
    direct.writer().refresh();
    assertThat(direct.search().count()).isEqualTo(ALL);
    assertThat(progress).hasSize(6).first().asString().contains("429", "queue full");
  }

  @Test
  void sendsOnlyTheDocumentsAgainThatDidNotGetThrough() {
    String item = "{\"index\":{\"status\":201}},";
    String full =
        "{\"index\":{\"status\":429,\"error\":{\"type\":\"es_rejected_execution_exception\","
            + "\"reason\":\"shard queue full\"}}}";
    proxy.fail(
        new Fault.Status(200, "{\"errors\":true,\"items\":[" + item.repeat(ALL - 1) + full + "]}"),
        1);
    WriteOutcome outcome =
        catalog.writer(() -> false, progress::add).write(TestArticles.upserts(4));
    assertThat(outcome.written()).isEqualTo(ALL);
    direct.writer().refresh();
    assertThat(direct.search().count()).isEqualTo(1);
    assertThat(proxy.requests()).isEqualTo(2);
  }

  @Test
  void givesBackWhatIsUnwrittenWhenStopped() {
    proxy.fail(BUSY, 1_000);
    WriteOutcome outcome =
        catalog.writer(() -> progress.size() >= 3, progress::add).write(TestArticles.upserts(4));
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.unwritten()).isEqualTo(TestArticles.upserts(4));
  }

  @Test
  void sendsLessAtATimeWhenRequestsAreTooLarge() {
    Fault tooLarge = new Fault.Status(413, "");
    proxy.fail(tooLarge, 3);
    WriteOutcome outcome =
        catalog.writer(() -> false, progress::add).write(TestArticles.upserts(4));
    assertThat(outcome.written()).isEqualTo(ALL);
    assertThat(proxy.requests()).isGreaterThan(ALL);
  }

  @Test
  void refusesADocumentThatIsTooLargeAllByItself() {
    proxy.fail(new Fault.Status(413, ""), 1);
    WriteOutcome outcome =
        catalog.writer(() -> false, progress::add).write(TestArticles.upserts(4).subList(0, 1));
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo("too-large"));
  }

  @Test
  void stopsAtOnceWhereWaitingCannotHelp() {
    proxy.fail(
        new Fault.Status(
            403, "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no write privilege\"}}"),
        1);
    assertThatThrownBy(
            () -> catalog.writer(() -> false, progress::add).write(TestArticles.upserts(4)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("no write privilege");
  }
}

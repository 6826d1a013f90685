package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import dev.civicwire.index.write.ArticleWriter;
import dev.civicwire.index.write.IndexRequest;
import dev.civicwire.index.write.WriteOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Writes by `_bulk` with external versions, in requests of bounded size, and retries what the
/// engine could not take now. Safe for threads.
public final class ElasticArticleWriter implements ArticleWriter {
  private final ElasticConnection connection;
  private final String target;
  private final boolean alias;
  private final BooleanSupplier stopped;
  private final Consumer<String> progress;

  ElasticArticleWriter(
      ElasticConnection connection,
      String target,
      boolean alias,
      BooleanSupplier stopped,
      Consumer<String> progress) {
    this.connection = connection;
    this.target = target;
    this.alias = alias;
    this.stopped = stopped;
    this.progress = progress;
  }

  @Override
  public WriteOutcome write(List<IndexRequest> requests) {
    BulkRun run = new BulkRun(requests);
    Backoff backoff = new Backoff(stopped);
    while (run.hasNext()) {
      if (stopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        return run.outcome();
      }
      BulkBatch batch = run.next();
      String trouble = send(run, batch);
      if (trouble.isEmpty()) {
        backoff.reset();
      } else {
        String line = "Elasticsearch at " + connection.address() + ": " + trouble;
        backoff.pause(wait -> progress.accept(line + "; next try in " + wait.toMillis() + " ms"));
      }
    }
    return run.outcome();
  }

  /// Sends one request and books its answer.
  ///
  /// @return why some of it must be sent again, empty where all of it is settled
  private String send(BulkRun run, BulkBatch batch) {
    try {
      Map<String, String> parameters =
          Map.of("require_alias", Boolean.toString(alias), "filter_path", BulkBatch.FILTER);
      Answer answer = connection.send("POST", "/" + target + "/_bulk", parameters, batch.body());
      if (answer.ok()) {
        return run.settle(batch, answer.body());
      }
      if (answer.status() == 413) {
        run.split(batch, answer.reason());
        return "";
      }
      if (answer.isBusy()) {
        return "status " + answer.status() + ", " + answer.reason();
      }
      throw new StageException(
          "Elasticsearch at %s refused to write to %s: %s"
              .formatted(connection.address(), target, answer.reason()));
    } catch (IOException e) {
      return "no answer (" + e.getMessage() + ")";
    }
  }

  @Override
  public void refresh() {
    try {
      connection.send("POST", "/" + target + "/_refresh");
    } catch (IOException e) {
      throw new StageException(
          "Elasticsearch at " + connection.address() + " does not answer: " + e.getMessage(), e);
    }
  }
}

package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import dev.civicwire.index.document.ArticleDocument;
import dev.civicwire.index.write.IndexRequest;
import dev.civicwire.index.write.WriteOutcome;
import dev.civicwire.index.write.WriteOutcome.Rejected;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The books of one list of requests: what waits, what is settled, what is refused.
final class BulkRun {
  private static final int MAX_LINES = 500;
  private static final int MAX_BYTES = 5_000_000;

  /// An inner error of the engine on one document may pass; on the fifth time it is the document's.
  private static final int MAX_TRIES = 5;

  private final Deque<BulkBatch.Line> waiting = new ArrayDeque<>();
  private final List<IndexRequest> unread;
  private final List<Rejected> rejected = new ArrayList<>();
  private int read;
  private int limit = MAX_LINES;
  private int written;
  private int stale;

  BulkRun(List<IndexRequest> requests) {
    unread = List.copyOf(requests);
  }

  boolean hasNext() {
    return !waiting.isEmpty() || read < unread.size();
  }

  /// Takes as many lines as one request may hold; they come back by [#settle] or [#split], or not
  /// at all where the request failed: then they are taken again.
  BulkBatch next() {
    List<BulkBatch.Line> lines = new ArrayList<>();
    long bytes = 0;
    for (BulkBatch.Line line : waiting) {
      if (!lines.isEmpty() && (lines.size() == limit || bytes + line.size() > MAX_BYTES)) {
        return new BulkBatch(lines);
      }
      lines.add(line);
      bytes += line.size();
    }
    while (read < unread.size() && (lines.isEmpty() || lines.size() < limit)) {
      Optional<BulkBatch.Line> line = line(unread.get(read));
      read++;
      if (line.isEmpty()) {
        continue;
      }
      waiting.add(line.get());
      bytes += line.get().size();
      if (!lines.isEmpty() && bytes > MAX_BYTES) {
        break;
      }
      lines.add(line.get());
    }
    return new BulkBatch(lines);
  }

  /// Books the answer's items.
  ///
  /// @return why some must be sent again, empty where none
  String settle(BulkBatch batch, JsonNode answer) {
    String trouble = "";
    List<BulkBatch.Line> again = new ArrayList<>();
    for (int i = 0; i < batch.lines().size(); i++) {
      BulkBatch.Line line = waiting.removeFirst();
      JsonNode item = answer.path("items").path(i).path("index");
      int status = item.path("status").asInt(0);
      if (status >= 200 && status < 300) {
        written++;
      } else if (status == 409) {
        stale++;
      } else if (isBusy(status, item) || isPassing(status, line)) {
        again.add(line.again());
        trouble = "status " + status + ", " + reason(item);
      } else if (status == 404) {
        throw new StageException("the index is missing, " + reason(item) + ": start index again");
      } else {
        refuse(line.request(), code(item), reason(item));
      }
    }
    again.reversed().forEach(waiting::addFirst);
    return trouble;
  }

  /// Sends less at a time after the engine found a request too large; a document that is too large
  /// all by itself is refused.
  void split(BulkBatch batch, String reason) {
    if (batch.lines().size() == 1) {
      BulkBatch.Line line = waiting.removeFirst();
      refuse(line.request(), "too-large", line.size() + " bytes: " + reason);
    } else {
      limit = Math.max(1, batch.lines().size() / 2);
    }
  }

  WriteOutcome outcome() {
    List<IndexRequest> unwritten =
        new ArrayList<>(waiting.stream().map(BulkBatch.Line::request).toList());
    unwritten.addAll(unread.subList(read, unread.size()));
    return new WriteOutcome(written, stale, rejected, unwritten);
  }

  private void refuse(IndexRequest request, String code, String reason) {
    String message = "article %s cannot be indexed: %s".formatted(request.id(), reason);
    rejected.add(new Rejected(request, code, message));
  }

  private static boolean isBusy(int status, JsonNode item) {
    return status == 429
        || status == 503
        || item.path("error").path("type").asString("").equals("cluster_block_exception");
  }

  private static boolean isPassing(int status, BulkBatch.Line line) {
    return (status >= 500 || status == 0) && line.tries() < MAX_TRIES;
  }

  private static String code(JsonNode item) {
    return item.path("error")
        .path("type")
        .asString("unknown")
        .replaceFirst("_exception$", "")
        .replace('_', '-');
  }

  private static String reason(JsonNode item) {
    JsonNode error = item.path("error");
    String reason = error.path("reason").asString("no reason given");
    String cause = error.path("caused_by").path("reason").asString("");
    String whole = cause.isEmpty() ? reason : reason + ": " + cause;
    return whole.replaceAll("\\s+", " ");
  }

  /// The lines of a request; none where it is refused because it cannot be written as JSON, as half
  /// of a surrogate pair cannot.
  private Optional<BulkBatch.Line> line(IndexRequest request) {
    ObjectNode version =
        ElasticJson.object(
            "_id", request.id(), "version", request.version(), "version_type", "external");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      out.writeBytes(ElasticJson.MAPPER.writeValueAsBytes(ElasticJson.object("index", version)));
      out.write('\n');
      out.writeBytes(ElasticJson.MAPPER.writeValueAsBytes(document(request)));
      out.write('\n');
    } catch (JacksonException e) {
      refuse(request, "not-json", e.getOriginalMessage());
      return Optional.empty();
    }
    return Optional.of(new BulkBatch.Line(request, out.toByteArray(), 0));
  }

  private static JsonNode document(IndexRequest request) {
    return switch (request) {
      case IndexRequest.Upsert upsert -> {
        ObjectNode tree = ElasticJson.MAPPER.valueToTree(ArticleDocument.of(upsert.article()));
        StoredArticle.withoutText(tree);
        yield tree;
      }
      case IndexRequest.Delete delete -> ElasticJson.object("id", delete.id(), "deleted", true);
    };
  }
}

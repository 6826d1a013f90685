package dev.civicwire.app.pipeline;

import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.topic.BatchHandler;
import dev.civicwire.contract.topic.TopicRecord;
import dev.civicwire.index.write.ArticleWriter;
import dev.civicwire.index.write.IndexRequest;
import dev.civicwire.index.write.WriteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Hands records of the topic to the index: a value is an upsert, a tombstone and what its site
/// has withdrawn a delete, and what the index refuses goes back as a rejection.
public final class IndexHandler implements BatchHandler<TaggedArticle> {
  private final ArticleWriter writer;
  private final LongAdder written = new LongAdder();

  public IndexHandler(ArticleWriter writer) {
    this.writer = writer;
  }

  /// Documents written or found to be there already.
  public long written() {
    return written.sum();
  }

  @Override
  public List<Rejection> handle(List<TopicRecord<TaggedArticle>> records) {
    Map<IndexRequest, TopicRecord<TaggedArticle>> origins = new HashMap<>();
    List<IndexRequest> requests = new ArrayList<>();
    for (TopicRecord<TaggedArticle> record : records) {
      IndexRequest request = request(record);
      origins.put(request, record);
      requests.add(request);
    }
    WriteOutcome outcome = writer.write(requests);
    written.add(outcome.written() + outcome.stale());
    if (!outcome.complete()) {
      throw new StageException(
          "stopped before Elasticsearch took all documents: they are written at the next start");
    }
    return outcome.rejected().stream().map(r -> rejection(origins, r)).toList();
  }

  private static IndexRequest request(TopicRecord<TaggedArticle> record) {
    return record
        .value()
        .filter(tagged -> tagged.article().goneReason().isEmpty())
        .<IndexRequest>map(article -> new IndexRequest.Upsert(article, record.version()))
        .orElseGet(() -> new IndexRequest.Delete(record.key(), record.version()));
  }

  private static Rejection rejection(
      Map<IndexRequest, TopicRecord<TaggedArticle>> origins, WriteOutcome.Rejected rejected) {
    TopicRecord<TaggedArticle> record = origins.get(rejected.request());
    if (record == null) {
      throw new IllegalStateException("the index refused what it was not given: " + rejected);
    }
    Optional<String> url = record.value().map(TaggedArticle::url);
    return record.rejection("index", rejected.reason(), rejected.message(), url);
  }
}

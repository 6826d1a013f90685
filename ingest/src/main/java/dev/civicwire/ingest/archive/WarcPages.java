package dev.civicwire.ingest.archive;

import dev.civicwire.contract.Payload;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;

/// The pages in a WARC file. A broken record is told of and passed over: reading goes on at the
/// next place where a record begins.
final class WarcPages {
  private static final int MAX_BYTES = 5 << 20;
  private static final int OK = 200;

  private final Path file;
  private final Consumer<String> complaints;
  private int passedOver;
  private int broken;

  WarcPages(Path file, Consumer<String> complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  int passedOver() {
    return passedOver;
  }

  int broken() {
    return broken;
  }

  /// @throws StageException where the file cannot be opened
  void forEach(Consumer<ArchivedPage> consumer) {
    if (!Files.isReadable(file)) {
      throw new StageException("%s cannot be read; name a .warc or .warc.gz file".formatted(file));
    }
    OptionalLong start = OptionalLong.of(0);
    while (start.isPresent()) {
      start = readFrom(start.getAsLong(), consumer);
    }
  }

  /// Reads until the end or the next broken place.
  ///
  /// @return where to go on
  private OptionalLong readFrom(long start, Consumer<ArchivedPage> consumer) {
    long at = start;
    boolean known = true;
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(start);
      WarcReader reader = new WarcReader(channel);
      for (Optional<WarcRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        at = start + reader.position();
        known = true;
        take(record.get(), consumer);
        known = false;
      }
      return OptionalLong.empty();
    } catch (IOException | IllegalArgumentException e) {
      OptionalLong next = RecordStarts.after(file, at);
      // Behind a whole record: it is the next one that is broken, and breaks when it is begun with.
      if (known || next.isEmpty()) {
        complain(at, e, next);
      }
      return next;
    }
  }

  private void complain(long at, Exception e, OptionalLong next) {
    broken++;
    complaints.accept(
        "%s: broken record at byte %d (%s); %s"
            .formatted(
                file,
                at,
                e.getMessage(),
                next.isPresent() ? "going on at byte " + next.getAsLong() : "nothing follows"));
  }

  private void take(WarcRecord record, Consumer<ArchivedPage> consumer) throws IOException {
    if (!(record instanceof WarcResponse response) || !response.target().startsWith("http")) {
      passedOver++;
      return;
    }
    HttpResponse http = response.http();
    if (http.status() != OK) {
      passedOver++;
      return;
    }
    consumer.accept(
        new ArchivedPage(
            page(response, http),
            response.headers().first(Fields.SOURCE),
            response.headers().first(Fields.PUBLISHED).flatMap(WarcPages::instant),
            response.headers().first(Fields.DUPLICATE).isPresent()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static FetchedPage page(WarcResponse response, HttpResponse http) throws IOException {
    byte[] body = http.bodyDecoded().stream().readNBytes(MAX_BYTES + 1);
    boolean cut =
        body.length > MAX_BYTES || response.truncated() != WarcTruncationReason.NOT_TRUNCATED;
    String url = UrlIdentity.fetchable(response.target()).orElse(response.target());
    return new FetchedPage(
        url,
        url,
        http.status(),
        http.headers().first("Content-Type"),
        http.headers().all("X-Robots-Tag"),
        http.headers().first("ETag"),
        http.headers().first("Last-Modified"),
        new Payload(body),
        cut,
        response.date());
  }
}

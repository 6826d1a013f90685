package dev.civicwire.ingest.archive;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.crawl.PageArchive;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes responses into WARC 1.1 files of a folder, one gzip member a record, a new file at every
/// start and when one is full; `index.tsv` beside them says in which file and at which bytes the
/// response of an article stands. What a crash left of a record is cut off at the next start. Safe
/// for threads; several processes may write to one folder, each to files of its own.
///
/// Bodies are kept unpacked, as they reach the extractor, without the transfer's own headers.
public final class WarcArchive implements PageArchive {
  private static final Logger LOG = LoggerFactory.getLogger(WarcArchive.class);

  /// Files are closed when they are larger than this: 1 GiB, the field's habit.
  private static final long MAX_FILE_BYTES = 1L << 30;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final long maxFileBytes;
  private final ArchiveIndex index;
  private final ArchivePurge purge;

  /// Nobody interrupts it: a crawl interrupts its threads when it gives hosts up, and that would
  /// close the file for all.
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("archive").factory());

  /// Of the writer's thread.
  private @Nullable OpenFile open;

  private record OpenFile(Path path, WarcWriter writer, WritingMark mark) {}

  /// @param folder is created where it is missing
  public WarcArchive(Path folder, Clock clock) {
    this(folder, clock, MAX_FILE_BYTES);
  }

  WarcArchive(Path folder, Clock clock, long maxFileBytes) {
    this.folder = folder;
    this.clock = clock;
    this.maxFileBytes = maxFileBytes;
    this.index = new ArchiveIndex(folder);
    this.purge = new ArchivePurge(folder);
  }

  @Override
  public void add(FetchedPage page, Origin origin) {
    onWriter(() -> write(page, origin));
  }

  private void onWriter(Runnable work) {
    try {
      CompletableFuture.runAsync(work, writer).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StageException why ? why : e;
    }
  }

  private void write(FetchedPage page, Origin origin) {
    try {
      OpenFile file = writable();
      long start = file.writer().position();
      file.writer().write(record(page, origin));
      try (ArchiveLock _ = ArchiveLock.take(folder)) {
        index.add(origin.articleId(), file.path(), start, file.writer().position());
      }
    } catch (IOException e) {
      abandon();
      throw new StageException(
          "the archive in %s cannot be written (%s); free space there or switch the archive off"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /// Half a record may stand at the file's end: the next one goes to a new file, before which that
  /// end is cut.
  private void abandon() {
    @Nullable OpenFile file = open;
    open = null;
    if (file != null) {
      try (WritingMark _ = file.mark()) {
        file.writer().close();
      } catch (IOException e) {
        LOG.warn("{} could not be closed: {}", file.path(), e.getMessage());
      }
    }
  }

  private OpenFile writable() throws IOException {
    @Nullable OpenFile file = open;
    if (file != null && file.writer().position() < maxFileBytes) {
      return file;
    }
    boolean first = file == null;
    endFile();
    Files.createDirectories(folder);
    if (first) {
      repair();
    }
    String name = "civicwire-" + STAMP.format(clock.instant());
    Path path = folder.resolve(name + ".warc.gz");
    for (int i = 1; Files.exists(path); i++) {
      path = folder.resolve("%s-%d.warc.gz".formatted(name, i));
    }
    WritingMark mark = WritingMark.of(path);
    WarcWriter writer =
        new WarcWriter(
            Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            WarcCompression.GZIP);
    writer.write(
        new Warcinfo.Builder()
            .filename(path.getFileName().toString())
            .fields(
                Map.of("software", List.of("civicwire"), "format", List.of("WARC File Format 1.1")))
            .build());
    OpenFile fresh = new OpenFile(path, writer, mark);
    open = fresh;
    return fresh;
  }

  /// A process that was killed may have left half a record at the end of its file.
  private void repair() throws IOException {
    purge.purge();
    List<Path> idle = new ArrayList<>();
    for (Path file : ArchivePurge.files(folder)) {
      if (!WritingMark.isHeld(folder, file.getFileName().toString())) {
        idle.add(file);
      }
    }
    // Read when it is known that nobody adds to these files: else a record might be too new for it.
    Map<String, Long> ends = index.ends();
    for (Path file : idle) {
      long size = Files.size(file);
      long end = ends.getOrDefault(file.getFileName().toString(), size);
      if (size > end) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(end);
        }
      }
    }
  }

  private static WarcResponse record(FetchedPage page, Origin origin) throws IOException {
    HttpResponse.Builder http = new HttpResponse.Builder(page.status(), "OK");
    page.robotsTags().forEach(tag -> http.addHeader("X-Robots-Tag", tag));
    page.etag().ifPresent(tag -> http.addHeader("ETag", tag));
    page.lastModified().ifPresent(date -> http.addHeader("Last-Modified", date));
    byte[] body = page.body().toByteArray();
    http.body(null, body);
    page.contentType().ifPresent(type -> http.setHeader("Content-Type", type));
    WarcResponse.Builder record =
        new WarcResponse.Builder(page.url()).date(page.fetchedAt()).body(http.build());
    record.addHeader(Fields.SOURCE, origin.source());
    origin.articleId().ifPresent(id -> record.addHeader(Fields.ARTICLE, id));
    origin.published().ifPresent(at -> record.addHeader(Fields.PUBLISHED, at.toString()));
    if (origin.duplicate()) {
      record.addHeader(Fields.DUPLICATE, "true");
    }
    if (page.truncated()) {
      record.truncated(WarcTruncationReason.LENGTH);
    }
    return record.build();
  }

  @Override
  public void close() {
    if (!writer.isShutdown()) {
      onWriter(this::endFile);
      writer.close();
    }
  }

  private void endFile() {
    try {
      if (open != null) {
        open.writer().close();
        open.mark().close();
        open = null;
        purge.purge();
      }
    } catch (IOException e) {
      throw new StageException(
          "the archive in %s cannot be closed: %s".formatted(folder, e.getMessage()), e);
    }
  }
}

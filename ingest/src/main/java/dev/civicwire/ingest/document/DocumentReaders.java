package dev.civicwire.ingest.document;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Threads that read documents, so that one can be given up: a reader looks for an interrupt
/// between pages and parts, but one that hangs within a page cannot be stopped. It keeps its place
/// until it ends, so that hanging readers are never more than there are places.
final class DocumentReaders {
  private final int most;
  private final Duration time;
  private final Semaphore places;

  /// @param most readers at once
  /// @param time for one document, and for the wait for a place before it
  DocumentReaders(int most, Duration time) {
    this.most = most;
    this.time = time;
    this.places = new Semaphore(most);
  }

  /// The text that `reader` finds.
  ///
  /// @throws UnreadableDocumentException where it fails, takes too long or all places stay taken
  DocumentText read(Callable<DocumentText> reader) throws UnreadableDocumentException {
    try {
      if (!places.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnreadableDocumentException(
            "all %d readers of documents are busy or hang; restart where that stays"
                .formatted(most));
      }
      return await(start(reader));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableDocumentException("reading was interrupted", e);
    }
  }

  private FutureTask<DocumentText> start(Callable<DocumentText> reader) {
    FutureTask<DocumentText> reading = new FutureTask<>(reader);
    Runnable work =
        () -> {
          try {
            reading.run();
          } finally {
            places.release();
          }
        };
    Thread.ofPlatform().daemon().name("document").start(work);
    return reading;
  }

  private DocumentText await(FutureTask<DocumentText> reading)
      throws UnreadableDocumentException, InterruptedException {
    try {
      return reading.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UnreadableDocumentException(
          "reading took longer than " + time.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableDocumentException unreadable) {
        throw unreadable;
      }
      throw new UnreadableDocumentException("it is broken (" + e.getCause() + ")", e);
    } finally {
      reading.cancel(true);
    }
  }
}

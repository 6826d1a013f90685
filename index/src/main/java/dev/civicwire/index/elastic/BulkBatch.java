package dev.civicwire.index.elastic;

import dev.civicwire.index.write.IndexRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// One `_bulk` request.
///
/// @param lines requests with their lines of the body, in order
record BulkBatch(List<Line> lines) {
  /// What of the answer is needed.
  static final String FILTER =
      "errors,error,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by";

  /// A request and its two lines of the body.
  static final class Line {
    private final IndexRequest request;
    private final byte[] bytes;
    private final int tries;

    Line(IndexRequest request, byte[] bytes, int tries) {
      this.request = request;
      this.bytes = bytes;
      this.tries = tries;
    }

    IndexRequest request() {
      return request;
    }

    int size() {
      return bytes.length;
    }

    /// How often it was sent in vain.
    int tries() {
      return tries;
    }

    Line again() {
      return new Line(request, bytes, tries + 1);
    }
  }

  byte[] body() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lines.forEach(line -> out.writeBytes(line.bytes));
    return out.toByteArray();
  }
}

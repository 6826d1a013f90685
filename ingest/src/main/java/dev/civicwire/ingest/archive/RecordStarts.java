package dev.civicwire.ingest.archive;

import dev.civicwire.contract.StageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;

/// Finds where the next record of a damaged WARC file begins.
final class RecordStarts {
  private static final byte[] PLAIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);

  /// Magic number and method of a gzip member.
  private static final byte[] PACKED = {0x1f, (byte) 0x8b, 0x08};

  private RecordStarts() {}

  /// The first beginning after `position`; a gzip file's are those of its members.
  static OptionalLong after(Path file, long position) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.mark(PACKED.length);
      byte[] mark = Arrays.equals(in.readNBytes(PACKED.length), PACKED) ? PACKED : PLAIN;
      in.reset();
      in.skipNBytes(Math.min(position + 1, Files.size(file)));
      return find(in, mark, position + 1);
    } catch (IOException e) {
      throw new StageException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static OptionalLong find(InputStream in, byte[] mark, long from) throws IOException {
    int matched = 0;
    long at = from;
    for (int b = in.read(); b >= 0; b = in.read()) {
      at++;
      // No mark begins again within itself, so that falling back to its first byte is enough.
      matched = (byte) b == mark[matched] ? matched + 1 : (byte) b == mark[0] ? 1 : 0;
      if (matched == mark.length) {
        return OptionalLong.of(at - mark.length);
      }
    }
    return OptionalLong.empty();
  }
}

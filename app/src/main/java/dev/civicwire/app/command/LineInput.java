package dev.civicwire.app.command;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a file or of standard input, unpacked where they are gzipped; a byte that is no
/// UTF-8 spoils its own line only.
final class LineInput {
  private static final int BUFFER = 1 << 16;

  /// The two bytes that a gzip file begins with (RFC 1952).
  private static final int GZIP = 0x1f8b;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private LineInput() {}

  static BufferedReader open(@Nullable String file) throws IOException {
    InputStream raw = file == null || file.equals("-") ? System.in : file(Path.of(file));
    InputStream in = new BufferedInputStream(raw, BUFFER);
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                isGzip(in) ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8),
            BUFFER);
    skipByteOrderMark(lines);
    return lines;
  }

  /// @throws FileSystemException with the path, which a folder's own error leaves out
  static InputStream file(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "is a folder: give a file");
    }
    return Files.newInputStream(path);
  }

  private static void skipByteOrderMark(BufferedReader lines) throws IOException {
    lines.mark(1);
    if (lines.read() != BYTE_ORDER_MARK) {
      lines.reset();
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP;
  }
}

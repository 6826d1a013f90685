package dev.civicwire.ingest.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.CompressionInterceptor.DecompressionAlgorithm;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;

/// The content encoding `zstd` (RFC 8878).
final class ZstdEncoding implements DecompressionAlgorithm {
  /// RFC 9659: a window of up to 8 MiB is to be supported on the web, and no more is needed.
  private static final int MAX_WINDOW_LOG = 23;

  @Override
  public String getEncoding() {
    return "zstd";
  }

  @Override
  public Source decompress(BufferedSource packed) {
    try {
      ZstdInputStreamNoFinalizer unpacked = new ZstdInputStreamNoFinalizer(packed.inputStream());
      unpacked.setLongMax(MAX_WINDOW_LOG);
      return Okio.source(unpacked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

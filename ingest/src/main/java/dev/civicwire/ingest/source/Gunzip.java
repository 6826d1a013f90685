package dev.civicwire.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// Files that are packed themselves, whatever the transfer did (`sitemap.xml.gz`).
final class Gunzip {
  /// The limit of the sitemap protocol for one file, unpacked: 50 MiB.
  static final int MAX_BYTES = 50 << 20;

  private static final int MAGIC_0 = 0x1f;
  private static final int MAGIC_1 = 0x8b;
  private static final int BYTE = 0xff;

  private Gunzip() {}

  /// `body` unpacked where it is packed, cut at the limit.
  static byte[] unpack(String url, byte[] body) throws UnreadableSourceException {
    if (body.length < 2 || (body[0] & BYTE) != MAGIC_0 || (body[1] & BYTE) != MAGIC_1) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(MAX_BYTES);
    } catch (EOFException e) {
      throw new UnreadableSourceException(url + " is a cut gzip file; it is read again later", e);
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s is a broken gzip file: %s".formatted(url, e.getMessage()), e);
    }
  }
}

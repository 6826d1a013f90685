package dev.civicwire.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/// What a `Content-Type` header says.
final class ContentTypes {
  private ContentTypes() {}

  /// The charset that the header names, null where it names none that exists.
  static @Nullable String charset(String header) {
    @Nullable MediaType type = MediaType.parse(header);
    try {
      @Nullable Charset charset = type == null ? null : type.charset();
      return charset == null ? null : charset.name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}

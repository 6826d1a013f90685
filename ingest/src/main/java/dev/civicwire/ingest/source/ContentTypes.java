package dev.civicwire.ingest.source;

import com.google.re2j.Pattern;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/// What a `Content-Type` header says.
final class ContentTypes {
  private static final Pattern SPACED = Pattern.compile("\\s*=\\s*");

  private ContentTypes() {}

  /// The header without spaces around its equals signs, which no parser expects.
  static String tidy(String header) {
    return SPACED.matcher(header).replaceAll("=");
  }

  /// The charset that the header names, null where it names none that exists.
  static @Nullable String charset(String header) {
    @Nullable MediaType type = MediaType.parse(tidy(header));
    try {
      @Nullable Charset charset = type == null ? null : type.charset();
      return charset == null ? null : charset.name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}

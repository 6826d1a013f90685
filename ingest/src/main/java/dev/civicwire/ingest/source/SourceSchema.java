package dev.civicwire.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema of source files, for editors; `sources check` knows more.
public final class SourceSchema {
  private SourceSchema() {}

  /// The schema as it is published.
  public static String text() {
    try (InputStream in = SourceSchema.class.getResourceAsStream("sources.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: sources.schema.json");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

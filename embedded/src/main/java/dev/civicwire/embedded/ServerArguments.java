package dev.civicwire.embedded;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/// What Elasticsearch's server reads from its standard input, in the place of its command line
/// tool.
///
/// This is `org.elasticsearch.bootstrap.ServerArgs` of 8.19 in its wire form: the server itself
/// reads no elasticsearch.yml, the tool sends it every setting.
///
/// @param settings every setting of the node
/// @param settingsFolder where its own files, such as log4j2.properties, are
/// @param logs where it writes its logs
record ServerArguments(SortedMap<String, String> settings, Path settingsFolder, Path logs) {
  private static final int KEYSTORE_FORMAT = 7;
  private static final int STRING_VALUE = 0;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeBoolean(false); // daemonize
      out.writeBoolean(false); // quiet
      out.writeBoolean(false); // no pid file
      writeEmptyKeystore(out);
      writeLength(out, settings.size());
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        writeText(out, setting.getKey());
        out.writeByte(STRING_VALUE);
        writeText(out, setting.getValue());
      }
      writeText(out, settingsFolder.toString());
      writeText(out, logs.toString());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static void writeEmptyKeystore(DataOutputStream out) throws IOException {
    writeText(out, "org.elasticsearch.common.settings.KeyStoreWrapper");
    out.writeInt(KEYSTORE_FORMAT);
    out.writeBoolean(false); // has no password
    out.writeBoolean(false); // has no encrypted bytes
    writeLength(out, 0); // entries
    out.writeBoolean(false); // is not closed
  }

  /// Elasticsearch's form of a string: its number of chars, and each char in one to three bytes.
  static void writeText(DataOutputStream out, String text) throws IOException {
    writeLength(out, text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= 0x7F) {
        out.writeByte(c);
      } else if (c <= 0x7FF) {
        out.writeByte(0xC0 | (c >> 6));
        out.writeByte(0x80 | (c & 0x3F));
      } else {
        out.writeByte(0xE0 | (c >> 12));
        out.writeByte(0x80 | ((c >> 6) & 0x3F));
        out.writeByte(0x80 | (c & 0x3F));
      }
    }
  }

  private static void writeLength(DataOutputStream out, int length) throws IOException {
    int rest = length;
    while (rest > 0x7F) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}

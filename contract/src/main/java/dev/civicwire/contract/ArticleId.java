package dev.civicwire.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Identity of articles and of their content.
public final class ArticleId {
  /// 128 bits: no two of a billion articles share one by chance.
  private static final int BYTES = 16;

  private ArticleId() {}

  /// The id of the article that is known under `canonicalUrl`: 32 hexadecimal digits.
  public static String of(String canonicalUrl) {
    return HexFormat.of().formatHex(sha256(canonicalUrl), 0, BYTES);
  }

  /// The hash by which a changed article is told from an unchanged one: 64 hexadecimal digits.
  public static String contentHash(String title, String text) {
    return HexFormat.of().formatHex(sha256(title + "\n" + text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package dev.civicwire.contract.topic;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// TLS towards the broker.
///
/// @param trustStore whom to trust: a `.pem`, `.p12` or `.jks` file; the JDK's own list where
///     absent
/// @param password of the trust store, never printed
public record Tls(Optional<Path> trustStore, Optional<String> password) {
  /// TLS with the JDK's own list of certificate authorities.
  public static Tls trustingSystem() {
    return new Tls(Optional.empty(), Optional.empty());
  }

  Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    trustStore.ifPresent(
        file -> {
          settings.put("ssl.truststore.location", file.toString());
          settings.put("ssl.truststore.type", type(file));
        });
    password.ifPresent(secret -> settings.put("ssl.truststore.password", secret));
    return settings;
  }

  private static String type(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jks")) {
      return "JKS";
    }
    return name.endsWith(".p12") || name.endsWith(".pfx") ? "PKCS12" : "PEM";
  }

  @Override
  public String toString() {
    return "Tls[trustStore=" + trustStore.map(Path::toString).orElse("system") + "]";
  }
}

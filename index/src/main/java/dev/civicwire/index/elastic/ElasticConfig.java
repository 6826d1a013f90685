package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where Elasticsearch is and how to sign in.
///
/// @param url of the node or of what stands in front of the cluster; a path is kept as prefix
/// @param credentials absent where the cluster asks for none
/// @param trust whom to trust over TLS
/// @param prefix first part of the names of all indexes of this installation
public record ElasticConfig(
    URI url, Optional<Credentials> credentials, Trust trust, String prefix) {
  /// First part of index names where nothing else is said.
  public static final String DEFAULT_PREFIX = "civicwire";

  /// Elasticsearch's own rule for index names, somewhat narrowed.
  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

  /// Refuses what cannot be an address or a name.
  ///
  /// @throws StageException with what is wrong
  public ElasticConfig {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
      throw new StageException(
          "Elasticsearch URL \u201c"
              + url
              + "\u201d is no address: give one such as http://127.0.0.1:9200");
    }
    if (url.getUserInfo() != null) {
      throw new StageException(
          "Elasticsearch URL must not hold a password: give user and password apart");
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw new StageException(
          "index prefix \u201c" + prefix + "\u201d: use lower-case letters, digits, - and _ only");
    }
  }

  /// An open engine, such as the embedded one.
  public static ElasticConfig of(URI url) {
    return new ElasticConfig(url, Optional.empty(), new Trust.Jdk(), DEFAULT_PREFIX);
  }

  /// The same with a sign-in.
  public ElasticConfig withCredentials(Credentials signIn) {
    return new ElasticConfig(url, Optional.of(signIn), trust, prefix);
  }

  /// The same with other trust.
  public ElasticConfig withTrust(Trust other) {
    return new ElasticConfig(url, credentials, other, prefix);
  }

  /// The same with another first part of index names.
  public ElasticConfig withPrefix(String other) {
    return new ElasticConfig(url, credentials, trust, other);
  }

  /// How to sign in. Secrets do not show in `toString`.
  public sealed interface Credentials {
    /// A user with password.
    record User(String name, String password) implements Credentials {
      @Override
      public String toString() {
        return "user " + name;
      }
    }

    /// An API key in the encoded form that Elasticsearch hands out.
    record ApiKey(String encoded) implements Credentials {
      @Override
      public String toString() {
        return "API key";
      }
    }
  }

  /// Whom to trust over TLS. There is no way to trust everybody.
  public sealed interface Trust {
    /// The certificate authorities of the JDK.
    record Jdk() implements Trust {}

    /// The authority in a PEM file, as Elasticsearch writes it to `certs/http_ca.crt`.
    record Authority(Path certificate) implements Trust {}

    /// The authority with this SHA-256 fingerprint, as Elasticsearch prints it at its first start.
    record Fingerprint(String sha256) implements Trust {}
  }
}

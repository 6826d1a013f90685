package dev.civicwire.index.elastic;

import co.elastic.clients.transport.TransportUtils;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/// Sets up the HTTP client: address, time limits, sign-in, TLS.
final class Transport {
  private static final int CONNECT_MILLIS = 5_000;

  /// A bulk of several megabytes on a busy machine takes seconds; a minute means that nobody is
  /// there.
  private static final int ANSWER_MILLIS = 60_000;

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");

  private Transport() {}

  static RestClient client(ElasticConfig config) {
    HttpHost host = HttpHost.create(config.url().resolve("/").toString().replaceAll("/$", ""));
    RestClientBuilder builder =
        RestClient.builder(host)
            .setRequestConfigCallback(
                r -> r.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS));
    String path = config.url().getPath();
    if (path != null && !path.isEmpty() && !path.equals("/")) {
      builder.setPathPrefix(path);
    }
    config.credentials().ifPresent(c -> builder.setDefaultHeaders(new Header[] {header(c)}));
    trust(config.trust())
        .ifPresent(t -> builder.setHttpClientConfigCallback(h -> h.setSSLContext(t)));
    return builder.build();
  }

  private static Header header(ElasticConfig.Credentials credentials) {
    return switch (credentials) {
      case ElasticConfig.Credentials.User(String name, String password) -> {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().encodeToString(pair);
        yield new BasicHeader("Authorization", "Basic " + encoded);
      }
      case ElasticConfig.Credentials.ApiKey(String encoded) ->
          new BasicHeader("Authorization", "ApiKey " + encoded);
    };
  }

  private static Optional<SSLContext> trust(ElasticConfig.Trust trust) {
    return switch (trust) {
      case ElasticConfig.Trust.Jdk() -> Optional.empty();
      case ElasticConfig.Trust.Authority authority -> Optional.of(authority(authority));
      case ElasticConfig.Trust.Fingerprint(String sha256) -> {
        String digits = sha256.replace(":", "");
        if (!FINGERPRINT.matcher(digits).matches()) {
          throw new StageException(
              "certificate fingerprint \u201c"
                  + sha256
                  + "\u201d: 64 hexadecimal digits are needed");
        }
        yield Optional.of(TransportUtils.sslContextFromCaFingerprint(digits));
      }
    };
  }

  private static SSLContext authority(ElasticConfig.Trust.Authority authority) {
    try {
      return CertificateAuthority.context(authority.certificate());
    } catch (IOException | GeneralSecurityException e) {
      throw new StageException(
          "certificate authority "
              + authority.certificate()
              + " cannot be read as PEM certificate: "
              + e.getMessage(),
          e);
    }
  }
}

package dev.civicwire.contract.topic;

/// A SASL login.
///
/// @param user name
/// @param password never printed
/// @param mechanism `SCRAM-SHA-512`, `SCRAM-SHA-256` or `PLAIN`
public record Login(String user, String password, String mechanism) {
  /// A login with the mechanism that brokers commonly offer.
  public static Login scram(String user, String password) {
    return new Login(user, password, "SCRAM-SHA-512");
  }

  String jaas() {
    String module =
        mechanism.equals("PLAIN")
            ? "org.apache.kafka.common.security.plain.PlainLoginModule"
            : "org.apache.kafka.common.security.scram.ScramLoginModule";
    return "%s required username=\"%s\" password=\"%s\";"
        .formatted(module, quoted(user), quoted(password));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public String toString() {
    return "Login[user=" + user + ", mechanism=" + mechanism + "]";
  }
}

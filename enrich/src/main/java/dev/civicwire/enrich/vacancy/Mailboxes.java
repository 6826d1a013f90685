package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds addresses that belong to an office and not to a person.
final class Mailboxes {
  private static final int MAX_LENGTH = 64;
  private static final List<String> OFFICES =
      List.of(
          "recruit",
          "appoint",
          "jobs",
          "vacanc",
          "careers",
          "applications",
          "resourcing",
          "hr",
          "talent",
          "enquiries",
          "info");

  private Mailboxes() {}

  static Optional<Mention> shared(String normal) {
    int at = normal.indexOf('@');
    while (at >= 0) {
      int start = at;
      while (start > 0 && at - start < MAX_LENGTH && isLocal(normal.charAt(start - 1))) {
        start--;
      }
      int end = at + 1;
      while (end < normal.length() && end - at < MAX_LENGTH && isLocal(normal.charAt(end))) {
        end++;
      }
      while (end > at && !Character.isLetterOrDigit(normal.charAt(end - 1))) {
        end--;
      }
      String local = normal.substring(start, at).toLowerCase(Locale.ROOT);
      boolean domain = end > at + 3 && normal.substring(at, end).indexOf('.') > 0;
      if (domain && local.indexOf('.') < 0 && OFFICES.stream().anyMatch(local::contains)) {
        return Optional.of(Mention.of(normal, start, end));
      }
      at = normal.indexOf('@', at + 1);
    }
    return Optional.empty();
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }
}

package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.enrich.text.Document;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A body by the name that an advert writes behind a label such as `Employer:`, or on a line of its
/// own: for those that no list and no grammar knows.
final class WrittenBody {
  private static final double WRITTEN = 0.6;
  private static final int MAX_WORDS = 10;
  private static final int MAX_LENGTH = 90;

  /// Words in lower case that a name may have.
  private static final Set<String> JOINING =
      Set.of(
          "of", "for", "and", "the", "in", "on", "to", "de", "du", "des", "la", "le", "van", "der",
          "y", "upon", "with", "at", "na", "an", "&", "-");

  /// What an advert writes where it does not name its employer.
  private static final Set<String> NO_NAMES =
      Set.of("confidential", "various", "multiple", "nhs", "public", "government", "other", "n/a");

  /// Words of lines that are no body's name.
  private static final Set<String> OTHER_LINES =
      Set.of(
          "permanent",
          "time",
          "full-time",
          "part-time",
          "vacancy",
          "vacancies",
          "notice",
          "job",
          "jobs",
          "role",
          "advert",
          "apply",
          "hybrid",
          "remote",
          "contract",
          "grade",
          "band",
          "salary",
          "closing",
          "date",
          "summary",
          "overview",
          "description",
          "details",
          "requirements",
          "about",
          "opportunity",
          "opportunities",
          "home",
          "careers",
          "announcement",
          "position",
          "type",
          "join",
          "we",
          "our",
          "your",
          "you",
          "level",
          "temporary",
          "competition",
          "recruitment",
          "search",
          "menu",
          "posted",
          "location",
          "view",
          "save",
          "share",
          "benefits",
          "duties",
          "notes",
          "post",
          "per",
          "annum",
          "candidate",
          "candidates",
          "information",
          "conditions",
          "package",
          "pack",
          "contents",
          "introduction",
          "background",
          "responsibilities",
          "person",
          "essential",
          "desirable",
          "experience",
          "qualifications",
          "skip",
          "guidance",
          "unit");

  private WrittenBody() {}

  /// True for two words or more of which none is of those that head a page's other lines.
  static boolean isLikely(String name) {
    List<String> words = List.of(name.toLowerCase(Locale.ROOT).split(" +"));
    return words.size() > 1 && words.stream().noneMatch(OTHER_LINES::contains);
  }

  /// The name that starts at `start` and ends with its line, or at a mark before `limit`.
  static Optional<Organisation> at(Document document, int start, int limit) {
    return named(document, start, limit).map(WrittenBody::body);
  }

  /// The name that fills `[start, end)`.
  static Optional<Organisation> whole(Document document, int start, int end) {
    return named(document, start, end)
        .filter(name -> document.normal().substring(name.end(), end).isBlank())
        .filter(name -> isLikely(name.surface()))
        .map(WrittenBody::body);
  }

  private static Optional<Mention> named(Document document, int from, int limit) {
    String normal = document.normal();
    int start = from;
    while (start < Math.min(limit, normal.length()) && normal.charAt(start) == ' ') {
      start++;
    }
    int end = start;
    int last = Math.min(limit, Math.min(normal.length(), start + MAX_LENGTH));
    while (end < last && !parts(normal, end, last)) {
      end++;
    }
    boolean cut = end == last && last < limit;
    while (end > start && normal.charAt(end - 1) <= ' ') {
      end--;
    }
    return end <= start || cut || !isName(normal.substring(start, end))
        ? Optional.empty()
        : Optional.of(Mention.of(document.text(), start, end));
  }

  private static boolean parts(String normal, int i, int last) {
    char c = normal.charAt(i);
    boolean comma = c == ',' && !listed(normal, i, last);
    boolean dash = c == '-' && normal.startsWith(" - ", i - 1) && i > 0;
    return "\n|;:(".indexOf(c) >= 0 || comma || dash || normal.startsWith(". ", i);
  }

  /// "Department for Energy, Skills and Trade": the comma belongs to the name.
  private static boolean listed(String normal, int comma, int last) {
    int feed = normal.indexOf('\n', comma);
    String rest = normal.substring(comma, feed < 0 || feed > last ? last : feed);
    String lower = rest.toLowerCase(Locale.ROOT);
    return lower.contains(" and ") || lower.contains(" & ");
  }

  /// True where every word is written as those of a name are.
  private static boolean isName(String name) {
    List<String> words = List.of(name.split(" +"));
    boolean plain =
        words.size() <= MAX_WORDS
            && words.stream()
                .allMatch(
                    w ->
                        JOINING.contains(w)
                            || Character.isUpperCase(w.charAt(0))
                            || (w.length() > 1 && Character.isUpperCase(w.charAt(1))));
    return plain
        && name.length() > 2
        && name.chars().noneMatch(Character::isDigit)
        && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Organisation body(Mention name) {
    return new Organisation(
        name.surface().replaceAll("\\s+", " "),
        Optional.empty(),
        Organisation.Kind.PUBLIC,
        Optional.empty(),
        Evidence.of(name, WRITTEN, "vacancy/1"));
  }
}

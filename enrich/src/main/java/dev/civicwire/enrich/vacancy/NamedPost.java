package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The post of an advert whose title no grammar knows: what a label gives as the post; else what
/// the page is headed with, where that stands in the text; else the text's first line.
final class NamedPost {
  private static final String HEADLINE = "headline/1";
  private static final double WRITTEN = 0.5;
  private static final double LABELLED = 0.8;
  private static final int LONGEST = 80;
  private static final int SHORTEST = 3;

  /// `Data Engineer Job`, `Data Engineer x 2`: what a page's title adds to the post.
  private static final Pattern TRAILING =
      Pattern.compile("(?i)(?<=[\\p{L}\\p{N})]) (?:job|vacancy|post|x ?\\d{1,2}|\\d{1,2} ?x)$");

  /// A line of six words and more that ends in a full stop.
  private static final Pattern SENTENCE = Pattern.compile("(?s)(?:\\S+\\s+){5,}\\S+[.!?]");

  private NamedPost() {}

  static Optional<RoleValue> of(Document document, Particulars particulars) {
    return labelled(document.text(), particulars).or(() -> headed(document, particulars));
  }

  private static Optional<RoleValue> labelled(String text, Particulars particulars) {
    return particulars.of(Item.POST).stream()
        .filter(span -> span.end() - span.start() <= LONGEST)
        .map(span -> Mention.of(text, span.start(), span.start() + length(text, span)))
        .findFirst()
        .map(m -> post(m.surface(), m, LABELLED, "vacancy/1"));
  }

  private static int length(String text, Particulars.Span span) {
    return Math.max(1, cut(text.substring(span.start(), span.end())).length());
  }

  private static Optional<RoleValue> headed(Document document, Particulars particulars) {
    Optional<Mention> first = opening(document, particulars);
    String title = cut(document.article().title());
    Optional<RoleValue> named =
        heading(document).map(m -> post(m.surface(), m, WRITTEN, "vacancy/1"));
    return named.isPresent() || title.length() < SHORTEST
        ? named.or(() -> first.map(m -> post(m.surface(), m, WRITTEN, "vacancy/1")))
        : first.or(() -> beginning(document)).map(m -> post(title, m, WRITTEN, HEADLINE));
  }

  /// The first words of a text that has no short line: where a post stands of which only the page's
  /// headline tells.
  private static Optional<Mention> beginning(Document document) {
    String text = document.text();
    int end = text.lastIndexOf(' ', Math.min(text.length(), LONGEST));
    return end > 0 && !text.substring(0, end).isBlank()
        ? Optional.of(Mention.of(text, 0, end))
        : Optional.empty();
  }

  /// True where the title stands in the page's headline alone, and nowhere in the text.
  static boolean isHeadline(RoleValue role) {
    return role.evidence().annotator().equals(HEADLINE);
  }

  private static Optional<Mention> heading(Document document) {
    String title = cut(document.article().title());
    String text = document.text();
    int at = title.length() < SHORTEST ? -1 : indexOf(text, title);
    return at < 0 ? Optional.empty() : Optional.of(Mention.of(text, at, at + title.length()));
  }

  private static int indexOf(String text, String title) {
    for (int i = 0; i + title.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, title, 0, title.length())) {
        return i;
      }
    }
    return -1;
  }

  /// The first short line that no label begins, else what the first label gives.
  private static Optional<Mention> opening(Document document, Particulars particulars) {
    List<Line> lines =
        document.lines().stream()
            .filter(line -> line.end() - line.start() <= LONGEST && line.end() > line.start())
            .filter(line -> isWorded(document.text().substring(value(line), line.end())))
            .filter(
                line ->
                    !SENTENCE.matcher(document.text().substring(value(line), line.end())).matches())
            .toList();
    return lines.stream()
        .filter(line -> !particulars.hasLabel(line.start()))
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .map(line -> Mention.of(document.text(), value(line), end(document.text(), line)));
  }

  /// A number is no post.
  private static boolean isWorded(String value) {
    return value.chars().anyMatch(Character::isLetter);
  }

  private static int value(Line line) {
    return line.label()
        .map(Line.Label::valueStart)
        .filter(v -> v < line.end())
        .orElse(line.start());
  }

  private static int end(String text, Line line) {
    int start = value(line);
    int length = cut(text.substring(start, line.end())).length();
    return start + Math.max(1, length);
  }

  /// A title without what follows a mark: `Data Engineer (12 months) - Leeds`.
  private static String cut(String title) {
    int end = title.length();
    for (String mark : new String[] {" - ", " | ", " \u2013 ", " (", " at ", ", ", ": "}) {
      int at = title.indexOf(mark);
      end = at >= SHORTEST ? Math.min(end, at) : end;
    }
    String post = title.substring(0, Math.min(end, LONGEST)).strip();
    return TRAILING.matcher(post).replaceFirst("");
  }

  private static RoleValue post(
      String title, Mention mention, double confidence, String annotator) {
    return new RoleValue(
        title.toLowerCase(Locale.ROOT),
        Status.VACANCY,
        Optional.empty(),
        Optional.empty(),
        Evidence.of(mention, confidence, annotator));
  }
}

package dev.civicwire.ingest.extract;

import java.util.Set;
import java.util.regex.Pattern;

/// A short line that says nothing but who wrote the article, when, and under what head: `By Mara
/// Quill, 5 May 2026`, `News | 01.03.2026`. It is a field of the article and none of its text.
final class MetaLine {
  private static final int MAX_WORDS = 20;

  /// Words in lower case that stand in such a line beside the two that a job has, as in `Mara
  /// Quill, press officer`.
  private static final int MAX_OTHER = 2;

  private static final int MIN_DIGITS = 3;

  private static final Pattern PARTS = Pattern.compile("[\\s|·•,;/()–—-]+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}£$€]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern TIME_OR_DAY =
      Pattern.compile(
          "\\d{1,4}(?:st|nd|rd|th|er|º|am|pm)?|\\d{1,2}[.:h]\\d{2}(?:am|pm)?|\\d[\\d.]*");

  /// What names, dates and the words between them are made of.
  private static final Set<String> SMALL =
      Set.of(
          "by",
          "par",
          "por",
          "von",
          "vom",
          "di",
          "da",
          "door",
          "av",
          "af",
          "on",
          "at",
          "in",
          "and",
          "und",
          "et",
          "y",
          "am",
          "um",
          "le",
          "à",
          "el",
          "de",
          "del",
          "der",
          "van",
          "of",
          "the",
          "uhr",
          "posted",
          "published",
          "updated",
          "written",
          "words",
          "pictures",
          "photos",
          "text",
          "publié",
          "mis",
          "jour",
          "publicado",
          "veröffentlicht",
          "aktualisiert",
          "cyhoeddwyd",
          "gmt",
          "bst",
          "utc",
          "cet",
          "last",
          "first",
          "date",
          "pm",
          "noon",
          "with",
          "for");

  /// What stands above releases to the press.
  private static final Set<String> RELEASES =
      Set.of(
          "for immediate release",
          "press release",
          "news release",
          "media release",
          "press statement",
          "pressemitteilung",
          "communiqué de presse");

  private MetaLine() {}

  /// Whether `block` is such a line. A pair of an advert such as `Closing Date: 5 May 2026` is
  /// none.
  static boolean is(Block block) {
    if (block.heading > 0 || block.row || block.words > MAX_WORDS || Labels.isPair(block.text)) {
      return false;
    }
    if (RELEASES.contains(block.letters)) {
      return true;
    }
    boolean lead = AuthorNames.hasLead(block.text);
    if (!lead && block.digits < MIN_DIGITS) {
      return false;
    }
    int names = 0;
    int other = 0;
    boolean dated = false;
    for (String part : PARTS.split(block.text)) {
      String word = EDGES.matcher(part).replaceAll("");
      String lower = Texts.lower(word);
      if (DateText.isMonth(lower) || TIME_OR_DAY.matcher(lower).matches()) {
        dated |= DateText.isMonth(lower) || word.indexOf('.') > 0;
      } else if (!word.isEmpty() && !SMALL.contains(lower)) {
        boolean name = Character.isUpperCase(word.charAt(0));
        names += name ? 1 : 0;
        other += name ? 0 : 1;
      }
    }
    boolean said = other == 0 || (other <= MAX_OTHER && block.sentences == 0);
    boolean byline = lead && names > 1 && said;
    return byline || (dated && block.digits >= MIN_DIGITS && other == 0);
  }
}

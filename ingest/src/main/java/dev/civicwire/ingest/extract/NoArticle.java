package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells what a server sends in place of an article: a notice about cookies, the message that a
/// page is missing, the test for robots, the empty shell of a page that scripts fill. The words are
/// rows of `no-article.tsv`.
final class NoArticle {
  /// Longer texts are articles, whatever their title, in characters.
  private static final int MAX_MESSAGE = 1_200;

  /// Longer texts are more than the line at the foot of a page, in characters.
  private static final int MAX_FOOT = 300;

  /// Where the name of the site begins in the title of a document.
  private static final Pattern SITE = Pattern.compile("\\s[|–—-]\\s");

  private static final PhraseTable<Boolean> CONSENT = PhraseTable.of(of("consent"));
  private static final Set<String> MISSING = Set.copyOf(of("missing"));
  private static final Set<String> CHECK = Set.copyOf(of("check"));

  private NoArticle() {}

  private static List<String> of(String kind) {
    return Rows.of("no-article.tsv").stream()
        .filter(row -> row[1].equals(kind))
        .map(row -> row[0])
        .collect(Collectors.toUnmodifiableList());
  }

  /// Whether the block is a paragraph of the notice by which a site asks for consent to cookies.
  static boolean isConsent(Block block) {
    return CONSENT.isIn(block.letters);
  }

  /// What stands in the place of an article, in words; empty where nothing says so.
  static Optional<String> in(ParsedPage page, BodyText body) {
    if (body.from().equals(BodyText.STRUCTURED_FROM)) {
      return Optional.empty();
    }
    if (body.text().length() <= MAX_FOOT && isFoot(body.kept())) {
      return Optional.of("holds nothing but the line at its foot");
    }
    if (body.text().length() > MAX_MESSAGE) {
      return Optional.empty();
    }
    if (isTitled(page, MISSING)) {
      return Optional.of("says that it is not there");
    }
    return isTitled(page, CHECK) ? Optional.of("is a test for robots") : Optional.empty();
  }

  private static boolean isFoot(List<Block> kept) {
    return !kept.isEmpty()
        && kept.stream()
            .allMatch(
                block ->
                    block.text.startsWith("©")
                        || block.phrases.of(LinePhrases.Kind.COPYRIGHT) >= LinePhrases.BEGINS);
  }

  /// The heading says it, or the title of the document.
  private static boolean isTitled(ParsedPage page, Set<String> words) {
    List<PageFacts.Placed> headings = page.facts().headings;
    String document = SITE.split(page.facts().documentTitle, 2)[0];
    if (headings.isEmpty() || words.contains(Texts.letters(document))) {
      return words.contains(Texts.letters(document));
    }
    return words.contains(Texts.letters(Texts.upTo(headings.getFirst().element(), MAX_FOOT)));
  }
}

package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells the statement of a publisher that a machine wrote the article from sentences that speak of
/// such texts or deny it. The words are rows of `ai-statements.tsv`.
final class AiStatements {
  /// Longest statement, in characters and in words before and after what is said.
  private static final int MAX_LENGTH = 300;

  private static final int MAX_LEAD = 10;
  private static final int MAX_LABEL = 3;

  private static final List<String> LABELS = of("label");
  private static final List<String> SENTENCES = of("sentence");
  private static final List<String> VERBS = of("verb");
  private static final List<String> MEANS = of("means");
  private static final List<String> AUTHORS = of("author");
  private static final List<String> SUBJECTS = of("subject");

  /// One of these is in every statement.
  private static final PhraseTable<Boolean> SIGNS =
      PhraseTable.of(Stream.of(LABELS, SENTENCES, AUTHORS).flatMap(List::stream).toList());

  private static final Set<String> NEGATIONS = Set.copyOf(of("negation"));

  private AiStatements() {}

  private static List<String> of(String part) {
    return Rows.of("ai-statements.tsv").stream()
        .filter(row -> row[1].equals(part))
        .map(row -> row[0])
        .toList();
  }

  /// Whether the block states it.
  static boolean isIn(Block block) {
    return block.text.length() <= MAX_LENGTH && isIn(block.letters);
  }

  /// Whether a line of these letters (see [Texts#letters]) states it.
  static boolean isIn(String letters) {
    if (!SIGNS.isIn(letters)) {
      return false;
    }
    String padded = " " + letters + " ";
    for (String label : LABELS) {
      if (padded.startsWith(" " + label + " ")) {
        return words(letters) - words(label) <= MAX_LABEL;
      }
    }
    for (String sentence : SENTENCES) {
      int at = padded.indexOf(" " + sentence + " ");
      if (at >= 0) {
        return isOfPage(padded.substring(0, at).strip());
      }
    }
    return AUTHORS.stream().anyMatch(author -> isBy(padded, author));
  }

  /// Whether a verb and a means stand before the author: `created with the help of`.
  private static boolean isBy(String padded, String author) {
    int at = padded.indexOf(" " + author + " ");
    String before = at < 0 ? "" : padded.substring(0, at);
    for (String means : at < 0 ? List.<String>of() : MEANS) {
      for (String verb : before.endsWith(" " + means) ? VERBS : List.<String>of()) {
        String end = " " + verb + " " + means;
        if (before.endsWith(end)) {
          return isOfPage(before.substring(0, before.length() - end.length()).strip());
        }
      }
    }
    return false;
  }

  /// What stands before the statement is nothing, or names the page's text and denies nothing.
  private static boolean isOfPage(String lead) {
    if (lead.isEmpty()) {
      return true;
    }
    boolean denied = List.of(lead.split(" ")).stream().anyMatch(NEGATIONS::contains);
    return !denied
        && words(lead) <= MAX_LEAD
        && SUBJECTS.stream().anyMatch(subject -> (lead + " ").startsWith(subject + " "));
  }

  private static int words(String letters) {
    return letters.isEmpty() ? 0 : letters.split(" ").length;
  }
}

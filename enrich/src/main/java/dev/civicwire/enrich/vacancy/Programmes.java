package dev.civicwire.enrich.vacancy;

import dev.civicwire.enrich.text.Sentence;
import dev.civicwire.enrich.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the named programme beside an amount: "the Frontline Digitisation programme", "the £3.25
/// billion Transformation Fund".
final class Programmes {
  private static final Set<String> HEADS =
      Set.of(
          "programme",
          "program",
          "project",
          "scheme",
          "fund",
          "framework",
          "initiative",
          "service",
          "network",
          "strategy");

  /// Capitalised words that begin a sentence and no name.
  private static final Set<String> NO_NAMES = Set.of("the", "a", "this", "its", "that", "another");

  private Programmes() {}

  /// A place in the text.
  record Span(int start, int end) {}

  static Optional<Span> nearest(String normal, Sentence sentence, int offset) {
    List<Token> tokens = sentence.tokens();
    Optional<Span> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < tokens.size(); i++) {
      if (HEADS.contains(tokens.get(i).surface().toLowerCase(Locale.ROOT))) {
        int first = i;
        while (first > 0 && isNamePart(tokens.get(first - 1))) {
          first--;
        }
        int distance = Math.abs(tokens.get(i).start() - offset);
        if (first < i && distance < least) {
          least = distance;
          best = Optional.of(new Span(tokens.get(first).start(), tokens.get(i).end()));
        }
      }
    }
    return best;
  }

  private static boolean isNamePart(Token token) {
    String surface = token.surface();
    return Character.isUpperCase(surface.charAt(0))
        && !NO_NAMES.contains(surface.toLowerCase(Locale.ROOT));
  }
}

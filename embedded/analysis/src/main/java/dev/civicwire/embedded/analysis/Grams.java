package dev.civicwire.embedded.analysis;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;

/// The rules that n-gram tokenizers and filters share.
final class Grams {
  private Grams() {}

  /// Refuses what a stock node refuses: every step between the sizes multiplies the terms.
  static void requireNear(IndexSettings index, int shortest, int longest) {
    int allowed = index.getMaxNgramDiff();
    if (longest - shortest > allowed) {
      throw new IllegalArgumentException(
          "max_gram - min_gram must be at most [index.max_ngram_diff] = " + allowed);
    }
  }

  /// The characters that `token_chars` keeps in a token, all when it is not set.
  static IntPredicate keptCharacters(Settings settings) {
    List<String> classes = settings.getAsList("token_chars");
    if (classes.isEmpty()) {
      return character -> true;
    }
    IntPredicate kept = character -> false;
    for (String name : classes) {
      kept = kept.or(characterClass(name));
    }
    return kept;
  }

  private static IntPredicate characterClass(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "letter" -> Character::isLetter;
      case "digit" -> Character::isDigit;
      case "whitespace" -> Character::isWhitespace;
      default -> throw new IllegalArgumentException("not offered in [token_chars]: " + name);
    };
  }
}

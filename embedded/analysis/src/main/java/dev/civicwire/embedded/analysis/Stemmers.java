package dev.civicwire.embedded.analysis;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/// The stemmers by their stock names.
final class Stemmers {
  /// The languages whose stock name is the Snowball stemmer of that name.
  private static final Set<String> SNOWBALL =
      Set.of(
          "Danish",
          "Dutch",
          "Finnish",
          "French",
          "German",
          "Italian",
          "Norwegian",
          "Portuguese",
          "Russian",
          "Spanish",
          "Swedish");

  private Stemmers() {}

  static UnaryOperator<TokenStream> named(String language) {
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "english", "porter" -> PorterStemFilter::new;
      case "porter2" -> input -> new SnowballFilter(input, "English");
      case "light_english", "lightenglish", "kstem" -> KStemFilter::new;
      case "minimal_english", "minimalenglish" -> EnglishMinimalStemFilter::new;
      case "possessive_english", "possessiveenglish" -> EnglishPossessiveFilter::new;
      default -> snowball(language);
    };
  }

  private static UnaryOperator<TokenStream> snowball(String language) {
    String name =
        language.substring(0, 1).toUpperCase(Locale.ROOT)
            + language.substring(1).toLowerCase(Locale.ROOT);
    if (!SNOWBALL.contains(name)) {
      throw new IllegalArgumentException(
          "the stemmer [" + language + "] is not offered by the embedded node");
    }
    return input -> new SnowballFilter(input, name);
  }
}

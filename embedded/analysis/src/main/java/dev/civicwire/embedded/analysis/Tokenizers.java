package dev.civicwire.embedded.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/// The tokenizers beside the server's own `standard`.
final class Tokenizers {
  private static final int MIN_GRAM = NGramTokenizer.DEFAULT_MIN_NGRAM_SIZE;
  private static final int MAX_GRAM = NGramTokenizer.DEFAULT_MAX_NGRAM_SIZE;

  private Tokenizers() {}

  static List<PreConfiguredTokenizer> ready() {
    return List.of(
        PreConfiguredTokenizer.singleton("keyword", KeywordTokenizer::new),
        PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new),
        PreConfiguredTokenizer.singleton("letter", LetterTokenizer::new),
        PreConfiguredTokenizer.singleton("uax_url_email", UAX29URLEmailTokenizer::new),
        PreConfiguredTokenizer.singleton("path_hierarchy", PathHierarchyTokenizer::new),
        PreConfiguredTokenizer.singleton("ngram", NGramTokenizer::new),
        PreConfiguredTokenizer.singleton(
            "edge_ngram", () -> new EdgeNGramTokenizer(MIN_GRAM, MAX_GRAM)));
  }

  static Map<String, AnalysisProvider<TokenizerFactory>> configurable() {
    return Map.of(
        "keyword", tokenizer((index, settings) -> keyword(settings)),
        "whitespace", tokenizer((index, settings) -> whitespace(settings)),
        "letter", tokenizer((index, settings) -> LetterTokenizer::new),
        "uax_url_email", tokenizer((index, settings) -> urlAndEmail(settings)),
        "path_hierarchy", tokenizer((index, settings) -> path(settings)),
        "pattern", tokenizer((index, settings) -> pattern(settings)),
        "ngram", tokenizer(Tokenizers::grams),
        "edge_ngram", tokenizer((index, settings) -> edgeGrams(settings)));
  }

  private interface Recipe {
    Supplier<Tokenizer> read(IndexSettings index, Settings settings);
  }

  private static AnalysisProvider<TokenizerFactory> tokenizer(Recipe recipe) {
    return (index, environment, name, settings) ->
        TokenizerFactory.newFactory(name, recipe.read(index, settings));
  }

  private static Supplier<Tokenizer> keyword(Settings settings) {
    int buffer = settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE);
    return () -> new KeywordTokenizer(buffer);
  }

  private static Supplier<Tokenizer> whitespace(Settings settings) {
    int longest = settings.getAsInt("max_token_length", 255);
    return () -> new WhitespaceTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, longest);
  }

  private static Supplier<Tokenizer> urlAndEmail(Settings settings) {
    int longest = settings.getAsInt("max_token_length", 255);
    return () -> {
      UAX29URLEmailTokenizer tokenizer = new UAX29URLEmailTokenizer();
      tokenizer.setMaxTokenLength(longest);
      return tokenizer;
    };
  }

  private static Supplier<Tokenizer> path(Settings settings) {
    if (settings.getAsBoolean("reverse", false)) {
      throw new IllegalArgumentException("[reverse] is not offered by the embedded node");
    }
    char delimiter = settings.get("delimiter", "/").charAt(0);
    char replacement = settings.get("replacement", String.valueOf(delimiter)).charAt(0);
    int skipped = settings.getAsInt("skip", 0);
    return () -> new PathHierarchyTokenizer(delimiter, replacement, skipped);
  }

  private static Supplier<Tokenizer> pattern(Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern", "\\W+"));
    int group = settings.getAsInt("group", -1);
    return () -> new PatternTokenizer(pattern, group);
  }

  private static Supplier<Tokenizer> grams(IndexSettings index, Settings settings) {
    int shortest = settings.getAsInt("min_gram", MIN_GRAM);
    int longest = settings.getAsInt("max_gram", MAX_GRAM);
    Grams.requireNear(index, shortest, longest);
    IntPredicate kept = Grams.keptCharacters(settings);
    return () ->
        new NGramTokenizer(shortest, longest) {
          @Override
          protected boolean isTokenChar(int character) {
            return kept.test(character);
          }
        };
  }

  private static Supplier<Tokenizer> edgeGrams(Settings settings) {
    int shortest = settings.getAsInt("min_gram", MIN_GRAM);
    int longest = settings.getAsInt("max_gram", MAX_GRAM);
    IntPredicate kept = Grams.keptCharacters(settings);
    return () ->
        new EdgeNGramTokenizer(shortest, longest) {
          @Override
          protected boolean isTokenChar(int character) {
            return kept.test(character);
          }
        };
  }
}

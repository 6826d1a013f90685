package dev.civicwire.embedded.analysis;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/// The token filters that read settings, each with the names and defaults of a stock node.
final class SettableFilters {
  private SettableFilters() {}

  static TokenFilterFactory asciiFolding(
      IndexSettings index, Environment environment, String name, Settings settings) {
    return new AsciiFolding(name, settings.getAsBoolean("preserve_original", false));
  }

  static TokenFilterFactory stemmer(
      IndexSettings index, Environment environment, String name, Settings settings) {
    String language = settings.get("language", settings.get("name", "porter"));
    return new SimpleTokenFilter(name, Stemmers.named(language), false, true);
  }

  static TokenFilterFactory snowball(
      IndexSettings index, Environment environment, String name, Settings settings) {
    String language = settings.get("language", settings.get("name", "English"));
    return new SimpleTokenFilter(name, input -> new SnowballFilter(input, language), false, true);
  }

  static TokenFilterFactory length(
      IndexSettings index, Environment environment, String name, Settings settings) {
    int shortest = settings.getAsInt("min", 0);
    int longest = settings.getAsInt("max", Integer.MAX_VALUE);
    return new SimpleTokenFilter(
        name, input -> new LengthFilter(input, shortest, longest), false, true);
  }

  static TokenFilterFactory limit(
      IndexSettings index, Environment environment, String name, Settings settings) {
    int most = settings.getAsInt("max_token_count", 1);
    boolean toTheEnd = settings.getAsBoolean("consume_all_tokens", false);
    return new SimpleTokenFilter(
        name, input -> new LimitTokenCountFilter(input, most, toTheEnd), false, true);
  }

  static TokenFilterFactory truncate(
      IndexSettings index, Environment environment, String name, Settings settings) {
    int longest = settings.getAsInt("length", 10);
    return new SimpleTokenFilter(
        name, input -> new TruncateTokenFilter(input, longest), false, true);
  }

  static TokenFilterFactory grams(
      IndexSettings index, Environment environment, String name, Settings settings) {
    int shortest = settings.getAsInt("min_gram", 1);
    int longest = settings.getAsInt("max_gram", 2);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    Grams.requireNear(index, shortest, longest);
    return new SimpleTokenFilter(
        name, input -> new NGramTokenFilter(input, shortest, longest, keep), false, false);
  }

  static TokenFilterFactory edgeGrams(
      IndexSettings index, Environment environment, String name, Settings settings) {
    if ("back".equals(settings.get("side"))) {
      throw new IllegalArgumentException("[side] is not offered by the embedded node");
    }
    int shortest = settings.getAsInt("min_gram", 1);
    int longest = settings.getAsInt("max_gram", 2);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    return new SimpleTokenFilter(
        name, input -> new EdgeNGramTokenFilter(input, shortest, longest, keep), false, false);
  }

  static TokenFilterFactory keywordMarker(
      IndexSettings index, Environment environment, String name, Settings settings) {
    CharArraySet words =
        new CharArraySet(
            Analysis.getWordSet(environment, settings, "keywords"),
            settings.getAsBoolean("ignore_case", false));
    return new SimpleTokenFilter(
        name, input -> new SetKeywordMarkerFilter(input, words), false, true);
  }

  static TokenFilterFactory stemmerOverride(
      IndexSettings index, Environment environment, String name, Settings settings)
      throws IOException {
    StemmerOverrideFilter.Builder rules = new StemmerOverrideFilter.Builder(false);
    for (String rule : Analysis.getWordList(environment, settings, "rules")) {
      String[] sides = rule.split("=>", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException("not a rule of [" + name + "]: " + rule);
      }
      for (String word : sides[0].split(",")) {
        rules.add(word.strip(), sides[1].strip());
      }
    }
    StemmerOverrideMap map = rules.build();
    return new SimpleTokenFilter(name, input -> new StemmerOverrideFilter(input, map), false, true);
  }

  static TokenFilterFactory patternReplace(
      IndexSettings index, Environment environment, String name, Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern"));
    String replacement = settings.get("replacement", "");
    boolean all = settings.getAsBoolean("all", true);
    return new SimpleTokenFilter(
        name, input -> new PatternReplaceFilter(input, pattern, replacement, all), true, true);
  }

  /// With `preserve_original`, only the folded form normalises a keyword or parses a synonym.
  private record AsciiFolding(String name, boolean preserveOriginal) implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream input) {
      return new ASCIIFoldingFilter(input, preserveOriginal);
    }

    @Override
    public TokenStream normalize(TokenStream input) {
      return new ASCIIFoldingFilter(input, false);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
      return preserveOriginal ? new AsciiFolding(name, false) : this;
    }
  }
}

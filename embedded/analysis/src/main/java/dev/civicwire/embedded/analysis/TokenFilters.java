package dev.civicwire.embedded.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// The token filters beside the server's own `stop`, `shingle` and `lowercase`.
final class TokenFilters {
  private TokenFilters() {}

  static List<PreConfiguredTokenFilter> ready() {
    return List.of(
        PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
        PreConfiguredTokenFilter.singleton("decimal_digit", true, DecimalDigitFilter::new),
        PreConfiguredTokenFilter.singleton("reverse", true, ReverseStringFilter::new),
        PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new),
        PreConfiguredTokenFilter.singleton("uppercase", true, UpperCaseFilter::new),
        PreConfiguredTokenFilter.singleton("keyword_repeat", false, KeywordRepeatFilter::new),
        PreConfiguredTokenFilter.singleton("kstem", false, KStemFilter::new),
        PreConfiguredTokenFilter.singleton("porter_stem", false, PorterStemFilter::new),
        PreConfiguredTokenFilter.singleton("stemmer", false, PorterStemFilter::new),
        PreConfiguredTokenFilter.singleton(
            "remove_duplicates", false, RemoveDuplicatesTokenFilter::new),
        PreConfiguredTokenFilter.singleton(
            "edge_ngram", false, false, input -> new EdgeNGramTokenFilter(input, 1, 1, false)),
        PreConfiguredTokenFilter.singleton(
            "word_delimiter_graph", false, false, WordDelimiters.withDefaults()));
  }

  static Map<String, AnalysisProvider<TokenFilterFactory>> configurable() {
    return Map.ofEntries(
        // These have nothing to set.
        Map.entry("uppercase", normalizing(UpperCaseFilter::new)),
        Map.entry("trim", normalizing(TrimFilter::new)),
        Map.entry("reverse", normalizing(ReverseStringFilter::new)),
        Map.entry("decimal_digit", normalizing(DecimalDigitFilter::new)),
        Map.entry("lowercase", normalizing(LowerCaseFilter::new)),
        Map.entry("porter_stem", plain(PorterStemFilter::new)),
        Map.entry("kstem", plain(KStemFilter::new)),
        Map.entry("keyword_repeat", plain(KeywordRepeatFilter::new)),
        Map.entry("remove_duplicates", plain(RemoveDuplicatesTokenFilter::new)),
        Map.entry("flatten_graph", plain(FlattenGraphFilter::new)),
        // These can do without settings.
        Map.entry("asciifolding", SettableFilters::asciiFolding),
        Map.entry("stemmer", SettableFilters::stemmer),
        Map.entry("snowball", SettableFilters::snowball),
        Map.entry("length", SettableFilters::length),
        Map.entry("limit", SettableFilters::limit),
        Map.entry("truncate", SettableFilters::truncate),
        Map.entry("ngram", SettableFilters::grams),
        Map.entry("edge_ngram", SettableFilters::edgeGrams),
        Map.entry("word_delimiter_graph", WordDelimiters::filter),
        // The node builds each of the others once without settings; these cannot do without.
        Map.entry("keyword_marker", required(SettableFilters::keywordMarker)),
        Map.entry("stemmer_override", required(SettableFilters::stemmerOverride)),
        Map.entry("pattern_replace", required(SettableFilters::patternReplace)),
        Map.entry("synonym_graph", required(SynonymFilters::graph)));
  }

  private static AnalysisProvider<TokenFilterFactory> normalizing(
      UnaryOperator<TokenStream> filter) {
    return (index, environment, name, settings) -> new SimpleTokenFilter(name, filter, true, true);
  }

  private static AnalysisProvider<TokenFilterFactory> plain(UnaryOperator<TokenStream> filter) {
    return (index, environment, name, settings) -> new SimpleTokenFilter(name, filter, false, true);
  }

  private static AnalysisProvider<TokenFilterFactory> required(
      AnalysisProvider<TokenFilterFactory> provider) {
    return AnalysisPlugin.requiresAnalysisSettings(provider);
  }
}

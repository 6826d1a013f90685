package dev.civicwire.embedded.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;

/// The language analyzers: `english` with its settings, some others without.
final class Languages {
  private static final Map<String, Supplier<Analyzer>> WITH_DEFAULTS =
      Map.of(
          "english", EnglishAnalyzer::new,
          "dutch", DutchAnalyzer::new,
          "french", FrenchAnalyzer::new,
          "german", GermanAnalyzer::new,
          "italian", ItalianAnalyzer::new,
          "portuguese", PortugueseAnalyzer::new,
          "spanish", SpanishAnalyzer::new);

  private Languages() {}

  static List<PreBuiltAnalyzerProviderFactory> ready() {
    return WITH_DEFAULTS.entrySet().stream()
        .map(
            language ->
                new PreBuiltAnalyzerProviderFactory(
                    language.getKey(), CachingStrategy.LUCENE, language.getValue()))
        .toList();
  }

  static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> configurable() {
    return WITH_DEFAULTS.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, language -> provider(language.getKey(), language.getValue())));
  }

  private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> provider(
      String language, Supplier<Analyzer> withDefaults) {
    return language.equals("english")
        ? (index, environment, name, settings) -> new Fixed(name, english(environment, settings))
        : (index, environment, name, settings) -> {
          requireDefaults(language, settings);
          return new Fixed(name, withDefaults.get());
        };
  }

  private static Analyzer english(Environment environment, Settings settings) {
    return new EnglishAnalyzer(
        Analysis.parseStopWords(environment, settings, EnglishAnalyzer.getDefaultStopSet()),
        Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET));
  }

  private static void requireDefaults(String language, Settings settings) {
    if (settings.hasValue("stopwords") || settings.hasValue("stem_exclusion")) {
      throw new IllegalArgumentException(
          "the embedded node offers [" + language + "] with its defaults only");
    }
  }

  private record Fixed(String name, Analyzer analyzer) implements AnalyzerProvider<Analyzer> {
    @Override
    public AnalyzerScope scope() {
      return AnalyzerScope.INDEX;
    }

    @Override
    public Analyzer get() {
      return analyzer;
    }
  }
}

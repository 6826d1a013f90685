package dev.civicwire.embedded.analysis;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/// Registers the stock names with a node; the node finds it by `plugin-descriptor.properties`.
public final class StockAnalysisPlugin extends Plugin implements AnalysisPlugin {
  /// Called by the node.
  public StockAnalysisPlugin() {}

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    return CharFilters.configurable();
  }

  @Override
  public List<PreConfiguredCharFilter> getPreConfiguredCharFilters() {
    return CharFilters.ready();
  }

  @Override
  public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
    return Tokenizers.configurable();
  }

  @Override
  public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
    return Tokenizers.ready();
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return TokenFilters.configurable();
  }

  @Override
  public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
    return TokenFilters.ready();
  }

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return Languages.configurable();
  }

  @Override
  public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
    return Languages.ready();
  }
}

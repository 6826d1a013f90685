package dev.civicwire.embedded.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/// `synonym_graph` with Solr's rules, inline.
///
/// Not `synonym`: a stock node gives it by a filter that Lucene has deprecated, and its replacement
/// places the words of a longer synonym elsewhere.
final class SynonymFilters {
  private SynonymFilters() {}

  static TokenFilterFactory graph(
      IndexSettings index, Environment environment, String name, Settings settings) {
    return new Unparsed(name, rules(name, settings), settings);
  }

  private static List<String> rules(String name, Settings settings) {
    for (String setting : List.of("synonyms_set", "synonyms_path", "format")) {
      if (settings.hasValue(setting)) {
        throw new IllegalArgumentException(
            "[" + setting + "] of [" + name + "] is not offered by the embedded node");
      }
    }
    return settings.getAsList("synonyms");
  }

  private static AnalysisMode mode(Settings settings) {
    return settings.getAsBoolean("updateable", false) ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
  }

  /// Known by its rules; they are parsed by the chain before it, once that is known.
  private record Unparsed(String name, List<String> rules, Settings settings)
      implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream input) {
      throw new IllegalStateException("the chain of [" + name + "] is not known yet");
    }

    @Override
    public AnalysisMode getAnalysisMode() {
      return mode(settings);
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before,
        Function<String, TokenFilterFactory> others) {
      return new Parsed(name, parse(new Chain(tokenizer, charFilters, before)), mode(settings));
    }

    private SynonymMap parse(Analyzer chain) {
      boolean expand = settings.getAsBoolean("expand", true);
      boolean updateable = settings.getAsBoolean("updateable", false);
      boolean lenient = settings.getAsBoolean("lenient", updateable);
      SolrSynonymParser parser =
          lenient ? new Lenient(expand, chain) : new SolrSynonymParser(true, expand, chain);
      try {
        parser.parse(new StringReader(String.join("\n", rules)));
        return parser.build();
      } catch (IOException | ParseException failure) {
        throw new IllegalArgumentException("failed to build synonyms of [" + name + "]", failure);
      }
    }
  }

  private record Parsed(String name, SynonymMap rules, AnalysisMode mode)
      implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream input) {
      // A map without any rule has no automaton, and the filter refuses it.
      return rules.fst == null ? input : new SynonymGraphFilter(input, rules, false);
    }

    @Override
    public AnalysisMode getAnalysisMode() {
      return mode;
    }
  }

  /// Leaves out the words of a rule that the chain refuses, such as stop words.
  private static final class Lenient extends SolrSynonymParser {
    Lenient(boolean expand, Analyzer chain) {
      super(true, expand, chain);
    }

    @Override
    public CharsRef analyze(String text, CharsRefBuilder reuse) throws IOException {
      try {
        return super.analyze(text, reuse);
      } catch (IllegalArgumentException refused) {
        return new CharsRef("");
      }
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
      if (input.length > 0 && output.length > 0) {
        super.add(input, output, includeOriginal);
      }
    }
  }

  /// Analyses a rule's words as a text's words will be.
  private static final class Chain extends Analyzer {
    private final TokenizerFactory tokenizer;
    private final List<CharFilterFactory> charFilters;
    private final List<TokenFilterFactory> before;

    Chain(
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before) {
      this.tokenizer = tokenizer;
      this.charFilters = charFilters;
      this.before = before.stream().map(TokenFilterFactory::getSynonymFilter).toList();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      Reader filtered = reader;
      for (CharFilterFactory filter : charFilters) {
        filtered = filter.create(filtered);
      }
      return filtered;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = tokenizer.create();
      TokenStream result = source;
      for (TokenFilterFactory filter : before) {
        result = filter.create(result);
      }
      return new TokenStreamComponents(source, result);
    }
  }
}

package dev.civicwire.embedded.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/// A filter that needs to know nothing of its chain.
///
/// @param normalizing whether it is applied to whole keywords and wildcard terms too
/// @param beforeSynonyms whether synonym rules may be parsed through it
record SimpleTokenFilter(
    String name, UnaryOperator<TokenStream> filter, boolean normalizing, boolean beforeSynonyms)
    implements TokenFilterFactory {

  @Override
  public TokenStream create(TokenStream input) {
    return filter.apply(input);
  }

  @Override
  public TokenStream normalize(TokenStream input) {
    return normalizing ? filter.apply(input) : input;
  }

  @Override
  public TokenFilterFactory getSynonymFilter() {
    if (!beforeSynonyms) {
      // A stock node says the same: one word of a rule would become several.
      throw new IllegalArgumentException(
          "Token filter [" + name + "] cannot be used to parse synonyms");
    }
    return this;
  }
}

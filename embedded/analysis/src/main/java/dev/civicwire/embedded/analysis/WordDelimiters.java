package dev.civicwire.embedded.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.jspecify.annotations.Nullable;

/// `word_delimiter_graph`.
final class WordDelimiters {
  private WordDelimiters() {}

  /// A switch of the filter, with its stock name and default.
  private enum Switch {
    GENERATE_WORD_PARTS(WordDelimiterGraphFilter.GENERATE_WORD_PARTS, true),
    GENERATE_NUMBER_PARTS(WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS, true),
    CATENATE_WORDS(WordDelimiterGraphFilter.CATENATE_WORDS, false),
    CATENATE_NUMBERS(WordDelimiterGraphFilter.CATENATE_NUMBERS, false),
    CATENATE_ALL(WordDelimiterGraphFilter.CATENATE_ALL, false),
    SPLIT_ON_CASE_CHANGE(WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE, true),
    PRESERVE_ORIGINAL(WordDelimiterGraphFilter.PRESERVE_ORIGINAL, false),
    SPLIT_ON_NUMERICS(WordDelimiterGraphFilter.SPLIT_ON_NUMERICS, true),
    STEM_ENGLISH_POSSESSIVE(WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE, true),
    IGNORE_KEYWORDS(WordDelimiterGraphFilter.IGNORE_KEYWORDS, false);

    private final int bit;
    private final boolean byDefault;

    Switch(int bit, boolean byDefault) {
      this.bit = bit;
      this.byDefault = byDefault;
    }

    int read(Settings settings) {
      return settings.getAsBoolean(name().toLowerCase(Locale.ROOT), byDefault) ? bit : 0;
    }
  }

  static UnaryOperator<TokenStream> withDefaults() {
    return filter(Settings.EMPTY, null);
  }

  static TokenFilterFactory filter(
      IndexSettings index, Environment environment, String name, Settings settings) {
    if (settings.hasValue("type_table")) {
      throw new IllegalArgumentException("[type_table] is not offered by the embedded node");
    }
    return new SimpleTokenFilter(
        name,
        filter(settings, Analysis.getWordSet(environment, settings, "protected_words")),
        false,
        false);
  }

  private static UnaryOperator<TokenStream> filter(
      Settings settings, @Nullable CharArraySet protectedWords) {
    int switches = Arrays.stream(Switch.values()).mapToInt(s -> s.read(settings)).sum();
    boolean adjustOffsets = settings.getAsBoolean("adjust_offsets", true);
    byte[] types = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
    return input ->
        new WordDelimiterGraphFilter(input, adjustOffsets, types, switches, protectedWords);
  }
}

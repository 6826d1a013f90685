package dev.civicwire.embedded.analysis;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// `html_strip`, `mapping` and `pattern_replace`.
final class CharFilters {
  private CharFilters() {}

  static List<PreConfiguredCharFilter> ready() {
    return List.of(
        PreConfiguredCharFilter.singleton("html_strip", false, HTMLStripCharFilter::new));
  }

  static Map<String, AnalysisProvider<CharFilterFactory>> configurable() {
    return Map.of(
        "html_strip",
        (index, environment, name, settings) -> new Plain(name, htmlStrip(settings)),
        // The node builds each of the others once without settings, which these cannot do without.
        "mapping",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) ->
                new Normalizing(name, mapping(environment, settings))),
        "pattern_replace",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) ->
                new Normalizing(name, patternReplace(settings))));
  }

  private static UnaryOperator<Reader> htmlStrip(Settings settings) {
    Set<String> escaped = Set.copyOf(settings.getAsList("escaped_tags"));
    return reader -> new HTMLStripCharFilter(reader, escaped);
  }

  private static UnaryOperator<Reader> mapping(Environment environment, Settings settings) {
    NormalizeCharMap.Builder rules = new NormalizeCharMap.Builder();
    for (String rule : Analysis.getWordList(environment, settings, "mappings")) {
      String[] sides = rule.split("=>", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException("not a mapping rule: " + rule);
      }
      rules.add(sides[0].strip(), sides[1].strip());
    }
    NormalizeCharMap map = rules.build();
    return reader -> new MappingCharFilter(map, reader);
  }

  private static UnaryOperator<Reader> patternReplace(Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern"));
    String replacement = settings.get("replacement", "");
    return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
  }

  private record Plain(String name, UnaryOperator<Reader> filter) implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }
  }

  /// Also applied when a whole keyword is normalised.
  private record Normalizing(String name, UnaryOperator<Reader> filter)
      implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }

    @Override
    public Reader normalize(Reader reader) {
      return filter.apply(reader);
    }
  }
}

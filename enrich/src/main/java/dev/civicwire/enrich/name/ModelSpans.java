package dev.civicwire.enrich.name;

import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;

/// What the shipped name model alone finds in a text, without lists and rules: for measuring it.
/// For one thread.
public final class ModelSpans {
  private static final int LONGEST_SENTENCE = 120;

  private final NameModel model = NameModel.load();

  /// A name.
  ///
  /// @param type `person`, `organization` or `location`
  /// @param place in the text
  public record Name(String type, Mention place) {}

  /// The names in `text`, in text order.
  public List<Name> in(String text) {
    Words words = Words.of(text);
    List<Name> names = new ArrayList<>();
    int start = 0;
    while (start < words.size()) {
      int end = Math.min(words.sentenceLast(start), start + LONGEST_SENTENCE);
      for (Span span : model.spans(words, start, end)) {
        int from = words.start(start + span.getStart());
        int to = words.end(start + span.getEnd() - 1);
        names.add(new Name(span.getType(), Mention.of(text, from, to)));
      }
      start = end;
    }
    return names;
  }
}

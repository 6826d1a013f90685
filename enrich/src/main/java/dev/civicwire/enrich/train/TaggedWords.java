package dev.civicwire.enrich.train;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/// A sentence with its names.
///
/// @param words in text order
/// @param names spans over the words, of type `person`, `organization` or `location`
record TaggedWords(List<String> words, List<Span> names) {
  TaggedWords {
    words = List.copyOf(words);
    names = List.copyOf(names);
  }

  /// As a sample; `first` clears what the model remembers of the article before.
  NameSample sample(boolean first) {
    return new NameSample(words.toArray(String[]::new), names.toArray(Span[]::new), first);
  }

  /// From words and tags `B-PER`, `I-PER`, `O`.
  static TaggedWords ofTags(List<String> words, List<String> tags) {
    List<Span> names = new ArrayList<>();
    int i = 0;
    while (i < tags.size()) {
      int end = i + 1;
      if (tags.get(i).startsWith("B-")) {
        while (end < tags.size() && tags.get(end).startsWith("I-")) {
          end++;
        }
        names.add(new Span(i, end, type(tags.get(i).substring(2))));
      }
      i = end;
    }
    return new TaggedWords(words, names);
  }

  static String type(String tag) {
    return switch (tag) {
      case "PER", "P" -> "person";
      case "LOC", "L" -> "location";
      default -> "organization";
    };
  }
}

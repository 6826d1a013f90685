package dev.civicwire.index.web;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Value;
import java.util.List;

/// A value of an article as the page shows it.
///
/// @param number within the article, from 1
/// @param value what it is
/// @param type of it
/// @param words what it is, in words
/// @param mentions its places that really stand in the text; empty where the text does not bear it
///     out
record TagView(int number, Value value, TagType type, ValueText words, List<Mention> mentions) {
  static TagView of(int number, Value value, String text) {
    Evidence evidence = value.evidence();
    List<Mention> stated =
        evidence.mentions().isEmpty() ? List.of(evidence.mention()) : evidence.mentions();
    List<Mention> standing = stated.stream().filter(m -> m.standsIn(text)).toList();
    return new TagView(number, value, TagType.of(value), ValueText.of(value), standing);
  }

  String confidence() {
    return Display.share(value.evidence().confidence());
  }

  String annotator() {
    return value.evidence().annotator();
  }

  String surface() {
    return value.evidence().surface();
  }

  /// Where the list has it.
  String anchor() {
    return "value-" + number;
  }

  /// Where the text has it first.
  String place() {
    return "mention-" + number;
  }

  boolean verified() {
    return !mentions.isEmpty();
  }

  /// One line for the mark in the text.
  String tip() {
    String more = words.more().isEmpty() ? "" : " (" + words.more() + ")";
    return type.label() + ": " + words.text() + more + " · " + confidence() + " · " + annotator();
  }
}

package dev.civicwire.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Keeps what annotators weighed, where somebody wants to know; it costs nothing otherwise. For one
/// article and one thread.
public final class Trace {
  private final boolean on;
  private final List<Choice> choices = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  /// A trace that keeps everything.
  public static Trace on() {
    return new Trace(true);
  }

  /// A trace that keeps nothing.
  public static Trace off() {
    return new Trace(false);
  }

  /// Whether anything is kept.
  public boolean isOn() {
    return on;
  }

  /// Keeps what was weighed at one place.
  public void add(Supplier<Choice> choice) {
    if (on) {
      choices.add(choice.get());
    }
  }

  /// Keeps what a learned choice was made from.
  public void example(Supplier<Example> example) {
    if (on) {
      examples.add(example.get());
    }
  }

  /// Keeps a line about the text as a whole.
  public void note(Supplier<String> line) {
    if (on) {
      notes.add(line.get());
    }
  }

  /// What was weighed, in the order in which it was.
  public List<Choice> choices() {
    return List.copyOf(choices);
  }

  /// What learned choices were made from, in the order in which they were.
  public List<Example> examples() {
    return List.copyOf(examples);
  }

  /// The lines about the text as a whole.
  public List<String> notes() {
    return List.copyOf(notes);
  }
}

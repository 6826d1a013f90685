package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Words;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/// The trained name model (`civicwire train`). It is asked about single sentences, in which
/// rules found something to decide, and what it remembers is cleared for each.
final class NameModel {
  private static final String FILE = "names-en.bin";
  private static final int LONGEST_SENTENCE = 120;

  /// No article has more sentences to decide about; a text that has is no article.
  private static final int MOST_SENTENCES = 400;

  private final TokenNameFinderModel model;

  /// Finders nobody uses now: to make one takes as long as to tag a short article.
  private final Queue<NameFinderME> idle = new ConcurrentLinkedQueue<>();

  private NameModel(TokenNameFinderModel model) {
    this.model = model;
  }

  static NameModel load() {
    try (InputStream in = NameModel.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + FILE + " is missing beside NameModel");
      }
      return new NameModel(new TokenNameFinderModel(new BufferedInputStream(in, 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the name model " + FILE, e);
    }
  }

  /// What the model makes of one article; for one thread.
  ModelNames reading() {
    return new Reading();
  }

  /// The names among the words `[start, end)`, their spans counted from `start`.
  Span[] spans(Words words, int start, int end) {
    String[] tokens = new String[end - start];
    for (int i = start; i < end; i++) {
      tokens[i - start] = words.surface(i);
    }
    return find(tokens);
  }

  private Span[] find(String[] tokens) {
    @Nullable NameFinderME free = idle.poll();
    NameFinderME finder = free == null ? new NameFinderME(model) : free;
    finder.clearAdaptiveData();
    Span[] found = finder.find(tokens);
    idle.add(finder);
    return found;
  }

  private final class Reading implements ModelNames {
    private final Map<Integer, Span[]> sentences = new HashMap<>();

    @Override
    public double probability(Words words, int first, int last) {
      int sentence = words.sentenceFirst(first);
      int start = first - (first - sentence) % LONGEST_SENTENCE;
      int end = Math.min(words.sentenceLast(first), start + LONGEST_SENTENCE);
      boolean known = sentences.containsKey(start);
      if (last > end || (!known && sentences.size() >= MOST_SENTENCES)) {
        return 0;
      }
      for (Span span : sentences.computeIfAbsent(start, s -> read(words, s, end))) {
        boolean same = span.getStart() + start == first && span.getEnd() + start == last;
        boolean within = span.getStart() + start < last && first < span.getEnd() + start;
        if (within) {
          double sure = span.getProb() * (same ? 1 : 0.5);
          return span.getType().equals("person") ? sure : -sure;
        }
      }
      return 0;
    }

    private Span[] read(Words words, int start, int end) {
      return spans(words, start, end);
    }
  }
}

package dev.civicwire.enrich.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/// Apache OpenNLP's English models for sentences, parts of speech and lemmas, loaded once. The
/// models are shared, the engines that run them are not: each call borrows a set from a pool, so
/// any number of threads may call.
public final class LanguageTools {
  private static final String MODEL = "/opennlp-en-ud-ewt-%s-1.3-2.5.4.bin";

  private final SentenceModel sentenceModel;
  private final POSModel posModel;
  private final LemmatizerModel lemmaModel;
  private final ConcurrentLinkedQueue<Engines> idle = new ConcurrentLinkedQueue<>();

  private LanguageTools(SentenceModel sentences, POSModel pos, LemmatizerModel lemmas) {
    this.sentenceModel = sentences;
    this.posModel = pos;
    this.lemmaModel = lemmas;
  }

  /// Loads the models from the class path.
  ///
  /// @throws IllegalStateException where a model's jar is missing or damaged
  public static LanguageTools load() {
    try (InputStream sentences = open("sentence");
        InputStream pos = open("pos");
        InputStream lemmas = open("lemmas")) {
      return new LanguageTools(
          new SentenceModel(sentences), new POSModel(pos), new LemmatizerModel(lemmas));
    } catch (IOException e) {
      throw new IllegalStateException("OpenNLP model on the class path cannot be read", e);
    }
  }

  private static InputStream open(String kind) {
    String name = MODEL.formatted(kind);
    InputStream stream = LanguageTools.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("OpenNLP model missing on the class path: " + name);
    }
    return new BufferedInputStream(stream);
  }

  /// Sentence spans in `text`, relative to its start.
  Span[] sentences(String text) {
    Engines engines = borrow();
    Span[] spans = engines.sentences.sentPosDetect(text);
    idle.add(engines);
    return spans;
  }

  /// One universal part-of-speech tag a word.
  String[] tags(String[] words) {
    Engines engines = borrow();
    String[] tags = engines.tagger.tag(words);
    idle.add(engines);
    return tags;
  }

  /// One lemma a word.
  String[] lemmas(String[] words, String[] tags) {
    Engines engines = borrow();
    String[] lemmas = engines.lemmatizer.lemmatize(words, tags);
    idle.add(engines);
    return lemmas;
  }

  private Engines borrow() {
    Engines engines = idle.poll();
    return engines == null
        ? new Engines(
            new SentenceDetectorME(sentenceModel),
            new POSTaggerME(posModel),
            new LemmatizerME(lemmaModel))
        : engines;
  }

  private record Engines(
      SentenceDetectorME sentences, POSTaggerME tagger, LemmatizerME lemmatizer) {}
}

package dev.civicwire.enrich.train;

import dev.civicwire.enrich.gazetteer.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/// Trains the name model on the project's own annotated articles and on CoNLL files named by the
/// caller (Wikigold, WNUT 2017, Broad Twitter Corpus: CC BY 4.0, credited in NOTICE).
///
/// Brown clusters are left out on purpose: OpenNLP 2.5.11 cannot write a model that holds them.
/// What the model remembers of earlier sentences is cleared for each article, or it leaks
/// between them.
public final class NameModelTraining {
  private static final int ITERATIONS = 40;
  private static final int CUTOFF = 2;
  private static final int RENAMINGS = 8;
  private static final int HELD_OUT = 5;
  private static final long SEED = 20261122;

  private NameModelTraining() {}

  /// What a training brought.
  ///
  /// @param sentences trained on
  /// @param f1 by type, on every fifth own article, which a first model was not trained on
  /// @param bytes size of the model
  public record Report(int sentences, Map<String, Double> f1, long bytes) {
    public Report {
      f1 = Map.copyOf(f1);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(sentences).append(" sentences, ").append(bytes).append(" bytes");
      new TreeSet<>(f1.keySet())
          .forEach(
              type -> text.append(String.format(Locale.ROOT, ", %s F1 %.3f", type, f1.get(type))));
      return text.toString();
    }
  }

  /// Trains on the own articles and on `conll` files, writes the model to `output`, and tells how a
  /// model trained without a fifth of the own articles does on these.
  public static Report train(List<Path> conll, Path output) throws IOException {
    AnnotatedArticles articles = new AnnotatedArticles(ownLines());
    List<TaggedWords> foreign = new ArrayList<>();
    for (Path file : conll) {
      foreign.addAll(ConllFile.read(file));
    }
    Substitution substitution = substitution(foreign);
    TokenNameFinderModel trial = model(samples(articles, foreign, substitution, true));
    Map<String, Double> f1 = Trial.f1(new NameFinderME(trial), heldOut(articles));
    List<NameSample> all = samples(articles, foreign, substitution, false);
    TokenNameFinderModel model = model(all);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output))) {
      model.serialize(out);
    }
    return new Report(all.size(), f1, Files.size(output));
  }

  private static List<String> ownLines() throws IOException {
    try (InputStream in = NameModelTraining.class.getResourceAsStream("articles.txt")) {
      if (in == null) {
        throw new IOException(
            "the annotated articles are missing from the class path: articles.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Substitution substitution(List<TaggedWords> foreign) {
    List<String> given =
        new TreeSet<>(
                Table.words(NameModelTraining.class, "/dev/civicwire/enrich/name/given-names.txt"))
            .stream().toList();
    TreeSet<String> surnames = new TreeSet<>(List.of("Okafor", "Lindqvist", "Pemberton", "Singh"));
    for (TaggedWords sentence : foreign) {
      for (Span name : sentence.names()) {
        String last = sentence.words().get(name.getEnd() - 1);
        if (name.getType().equals("person")
            && name.length() > 1
            && last.matches("\\p{Lu}\\p{Ll}{2,12}")) {
          surnames.add(last);
        }
      }
    }
    return new Substitution(given, List.copyOf(surnames));
  }

  private static List<NameSample> samples(
      AnnotatedArticles articles, List<TaggedWords> foreign, Substitution names, boolean trial) {
    Random random = new Random(SEED);
    List<NameSample> samples = new ArrayList<>();
    foreign.forEach(sentence -> samples.add(sentence.sample(true)));
    for (int i = 0; i < articles.size(); i++) {
      if (trial && i % HELD_OUT == 0) {
        continue;
      }
      add(samples, articles.article(i));
      for (int round = 0; round < RENAMINGS; round++) {
        add(samples, articles.article(i, names, random));
      }
    }
    return samples;
  }

  private static void add(List<NameSample> samples, List<TaggedWords> article) {
    for (int i = 0; i < article.size(); i++) {
      samples.add(article.get(i).sample(i == 0));
    }
  }

  private static List<List<TaggedWords>> heldOut(AnnotatedArticles articles) {
    List<List<TaggedWords>> held = new ArrayList<>();
    for (int i = 0; i < articles.size(); i += HELD_OUT) {
      held.add(articles.article(i));
    }
    return held;
  }

  private static TokenNameFinderModel model(List<NameSample> samples) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "PERCEPTRON");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    byte[] features;
    try (InputStream in = NameModelTraining.class.getResourceAsStream("features.xml")) {
      if (in == null) {
        throw new IOException(
            "the feature descriptor is missing from the class path: features.xml");
      }
      features = in.readAllBytes();
    }
    TokenNameFinderFactory factory =
        new TokenNameFinderFactory(features, Map.of(), new BilouCodec());
    // No type is given, or it would take the place of the samples' own.
    return NameFinderME.train(
        "en", null, ObjectStreamUtils.createObjectStream(samples), parameters, factory);
  }
}

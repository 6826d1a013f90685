package dev.civicwire.enrich.train;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/// The project's own annotated articles: `{P:…}`, `{O:…}`, `{L:…}` in running text. People's
/// names can be put in the place of others, so that a model learns what stands beside a name.
final class AnnotatedArticles {
  private static final Pattern NAME = Pattern.compile("\\{([POL]):([^}]{1,200})}");

  private final List<List<String>> articles = new ArrayList<>();

  AnnotatedArticles(List<String> lines) {
    List<String> article = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        close(article);
        article = new ArrayList<>();
      } else if (!line.startsWith("#")) {
        article.add(line);
      }
    }
    close(article);
  }

  private void close(List<String> article) {
    if (!article.isEmpty()) {
      articles.add(article);
    }
  }

  int size() {
    return articles.size();
  }

  /// The paragraphs of article `index`.
  List<TaggedWords> article(int index) {
    return articles.get(index).stream().map(AnnotatedArticles::tagged).toList();
  }

  /// The same article with other people in it.
  List<TaggedWords> article(int index, Substitution substitution, Random random) {
    List<String> renamed = substitution.rename(articles.get(index), random);
    return renamed.stream().map(AnnotatedArticles::tagged).toList();
  }

  private static TaggedWords tagged(String line) {
    List<String> words = new ArrayList<>();
    List<Span> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(line);
    int from = 0;
    while (matcher.find()) {
      add(words, line.substring(from, matcher.start()));
      int first = words.size();
      add(words, matcher.group(2));
      names.add(new Span(first, words.size(), TaggedWords.type(matcher.group(1))));
      from = matcher.end();
    }
    add(words, line.substring(from));
    return new TaggedWords(words, names);
  }

  private static void add(List<String> all, String text) {
    Words words = Words.of(text);
    for (int i = 0; i < words.size(); i++) {
      all.add(words.surface(i));
    }
  }
}

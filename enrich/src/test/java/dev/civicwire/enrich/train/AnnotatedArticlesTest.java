package dev.civicwire.enrich.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedArticlesTest {
  private static final List<String> LINES =
      List.of(
          "# comment",
          "{P:Ann Lee} joins {O:DWP}.",
          "{P:Lee} lives in {L:York}.",
          "",
          "Nobody came.");

  @Test
  void readsNamesFromBrackets() {
    AnnotatedArticles articles = new AnnotatedArticles(LINES);
    assertThat(articles.size()).isEqualTo(2);
    TaggedWords first = articles.article(0).getFirst();
    assertThat(first.words()).containsExactly("Ann", "Lee", "joins", "DWP", ".");
    assertThat(first.names())
        .containsExactly(new Span(0, 2, "person"), new Span(3, 4, "organization"));
  }

  @Test
  void renamesPeopleAlikeThroughoutAnArticle() {
    AnnotatedArticles articles = new AnnotatedArticles(LINES);
    Substitution substitution = new Substitution(List.of("Zoe"), List.of("Quist"));
    List<TaggedWords> renamed = articles.article(0, substitution, new Random(3));
    String surname = renamed.get(0).words().get(1);
    assertThat(renamed.get(0).words().getFirst()).isEqualTo("Zoe");
    assertThat(renamed.get(1).words().getFirst()).isEqualTo(surname);
  }

  @Test
  void readsConllFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.conll");
    Files.writeString(file, "Ann\tB-PER\nLee\tI-PER\nleft\tO\n\nYork\tB-LOC\n");
    List<TaggedWords> sentences = ConllFile.read(file);
    assertThat(sentences).hasSize(2);
    assertThat(sentences.getFirst().names()).containsExactly(new Span(0, 2, "person"));
    assertThat(sentences.get(1).names()).containsExactly(new Span(0, 1, "location"));
  }
}

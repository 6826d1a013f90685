package dev.civicwire.enrich.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.SharedTagger;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The quality gate: the corpora written for the build, by type and field, with thresholds a little
/// under what is measured.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelledCorpusTest {
  private final Map<String, EvaluationTable> tables =
      Map.of(
          "short", evaluate("/dev/civicwire/enrich/labelled"),
          "corpus", evaluate("/corpus"),
          "unseen-news", evaluate("/unseen/news"),
          "unseen-adverts", evaluate("/unseen/adverts"),
          "unseen-articles", evaluate("/unseen/articles"));

  @BeforeAll
  void print() {
    tables.forEach((name, table) -> System.out.println(name + ": " + table.print()));
  }

  private static EvaluationTable evaluate(String name) {
    URL folder = Objects.requireNonNull(LabelledCorpusTest.class.getResource(name));
    try {
      return TaggingEvaluation.run(Path.of(folder.toURI()), SharedTagger.TAGGER);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private EvaluationTable table(String corpus) {
    return Objects.requireNonNull(tables.get(corpus), corpus);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "least-f1.csv", numLinesToSkip = 1)
  void findsValues(String corpus, String type, double leastF1) {
    assertThat(table(corpus).of(type).orElseThrow().f1()).isGreaterThanOrEqualTo(leastF1);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "least-recall.csv", numLinesToSkip = 1)
  void tiesValuesToTheVacancy(String corpus, String field, double leastRecall) {
    assertThat(table(corpus).ofVacancy(field).orElseThrow().recall())
        .isGreaterThanOrEqualTo(leastRecall);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "least-accuracy.csv", numLinesToSkip = 1)
  void tellsWhyAnArticleMatters(String corpus, double relevance, double publicSector) {
    assertThat(table(corpus).relevance()).isGreaterThanOrEqualTo(relevance);
    assertThat(table(corpus).publicSector()).isGreaterThanOrEqualTo(publicSector);
  }

  @Test
  void saysWhereNothingIsLabelled(@TempDir Path empty) {
    Assertions.assertThatThrownBy(() -> TaggingEvaluation.run(empty, SharedTagger.TAGGER))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("no labelled document");
  }
}

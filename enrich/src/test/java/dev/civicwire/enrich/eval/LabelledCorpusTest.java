package dev.civicwire.enrich.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.SharedTagger;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The quality gate: the corpus written for the build, with thresholds a little under what is
/// measured.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelledCorpusTest {
  private final EvaluationTable table = evaluate();

  @BeforeAll
  void print() {
    System.out.println(table.print());
  }

  private static EvaluationTable evaluate() {
    URL folder =
        Objects.requireNonNull(
            LabelledCorpusTest.class.getResource("/dev/civicwire/enrich/labelled"));
    try {
      return TaggingEvaluation.run(Path.of(folder.toURI()), SharedTagger.TAGGER);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "roles, 0.89",
    "salaries, 0.96",
    "budgets, 0.93",
    "deadlines, 0.92",
    "events, 0.90",
    "headcounts, 0.92",
    "organisations, 0.87",
    "people, 0.92",
    "locations, 0.87",
    "MICRO, 0.92",
    "topics, 0.75"
  })
  void findsValues(String type, double leastF1) {
    assertThat(table.of(type).orElseThrow().f1()).isGreaterThanOrEqualTo(leastF1);
  }

  @ParameterizedTest
  @CsvSource({"organisation, 0.80", "role, 0.90", "salary, 0.95", "deadline, 0.95"})
  void tiesValuesToTheVacancy(String field, double leastRecall) {
    assertThat(table.ofVacancy(field).orElseThrow().recall()).isGreaterThanOrEqualTo(leastRecall);
  }

  @Test
  void tellsWhyAnArticleMatters() {
    assertThat(table.relevance()).isGreaterThanOrEqualTo(0.93);
    assertThat(table.publicSector()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void saysWhereNothingIsLabelled(@TempDir Path empty) {
    Assertions.assertThatThrownBy(() -> TaggingEvaluation.run(empty, SharedTagger.TAGGER))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("no labelled document");
  }
}

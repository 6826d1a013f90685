package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AiStatementsTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "ai-statements.csv", numLinesToSkip = 1, delimiter = ';')
  void tellsStatementsFromSentencesOnThem(String line, boolean states) {
    assertThat(AiStatements.isIn(Texts.letters(line))).isEqualTo(states);
  }
}

package dev.civicwire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Languages of single sentences: the shortest texts that are told.
class LanguageTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "languages.tsv",
      delimiter = '\t',
      quoteCharacter = '|',
      maxCharsPerColumn = 1_000)
  void tellsTheLanguageOfASentence(String code, String sentence) {
    assertThat(Language.of(sentence)).isEqualTo(code);
  }
}

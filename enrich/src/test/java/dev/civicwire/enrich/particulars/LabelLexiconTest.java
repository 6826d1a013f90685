package dev.civicwire.enrich.particulars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LabelLexiconTest {
  private static final LabelLexicon LABELS = LabelLexicon.load();

  @ParameterizedTest
  @CsvFileSource(resources = "labels.csv", numLinesToSkip = 1)
  void tellsWhatALabelIsFor(String label, String item) {
    assertThat(LABELS.of(label).map(Enum::name).orElse("-")).isEqualTo(item);
  }
}

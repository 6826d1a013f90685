package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LeanMarkupTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "lean-markup.csv",
      numLinesToSkip = 1,
      delimiter = ';',
      quoteCharacter = '`')
  void takesOutWhatNobodyReads(String name, String page, String lean) {
    byte[] bytes = LeanMarkup.of(page.getBytes(StandardCharsets.UTF_8));

    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(lean);
  }
}

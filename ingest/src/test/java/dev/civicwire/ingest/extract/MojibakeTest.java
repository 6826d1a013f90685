package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MojibakeTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "mojibake.csv", numLinesToSkip = 1)
  void mendsWhatWasEncodedTwice(String name, String text, String mended) {
    byte[] page = ("<p>" + text.translateEscapes() + "</p>").getBytes(StandardCharsets.UTF_8);

    assertThat(PageDecoder.decode(page, Optional.empty()).text())
        .isEqualTo("<p>" + mended.translateEscapes() + "</p>");
  }
}

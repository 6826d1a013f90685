package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "charsets.csv", numLinesToSkip = 1, nullValues = "-")
  void decodesWhateverIsDeclared(
      String name, String writtenIn, String header, String meta, String text, String from) {
    String declaration = meta == null ? "" : "<meta charset=\"" + meta + "\">";
    String html = "<html><head>" + declaration + "</head><body>" + text + "</body></html>";
    byte[] bytes = html.getBytes(Charset.forName(writtenIn));

    PageDecoder.Decoded decoded = PageDecoder.decode(bytes, Optional.ofNullable(header));

    assertThat(decoded.text()).contains(text);
    assertThat(decoded.from()).isEqualTo(from);
  }

  @Test
  void believesTheMarkBeforeTheHeader() {
    byte[] bytes = "\ufeff<p>Wärme</p>".getBytes(StandardCharsets.UTF_8);

    PageDecoder.Decoded decoded =
        PageDecoder.decode(bytes, Optional.of("text/html; charset=windows-1252"));

    assertThat(decoded.text()).isEqualTo("<p>Wärme</p>");
    assertThat(decoded.from()).isEqualTo("bom");
  }

  @Test
  void readsMostlyUtf8AsUtf8() {
    String good = "<p>£45,000 für die Straße – “digital”</p>".repeat(20);
    byte[] start = good.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[start.length + 1];
    System.arraycopy(start, 0, bytes, 0, start.length);
    bytes[start.length] = (byte) 0xA3;

    PageDecoder.Decoded decoded =
        PageDecoder.decode(bytes, Optional.of("text/html; charset=iso-8859-1"));

    assertThat(decoded.text()).startsWith("<p>£45,000 für die Straße");
  }

  @Test
  void readsDeclaredUtf8WithOneWrongByteAsUtf8() {
    byte[] bytes =
        "<meta charset=utf-8><p>Café – £45,000 the mayor?s word</p>"
            .getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = bytes[at] == '?' ? (byte) 0x92 : bytes[at];
    }

    assertThat(PageDecoder.decode(bytes, Optional.empty()).text()).contains("Café – £45,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script src=a charset=shift_jis></script><meta charset=windows-1252>",
        "<meta name=x content='charset=iso-8859-7'><meta charset=windows-1252>",
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
        "<?xml version='1.0' encoding='windows-1252'?>"
      })
  void readsTheDeclarationOfThePageOnly(String head) {
    byte[] bytes = (head + "<p>“fixed” £45</p>").getBytes(Charset.forName("windows-1252"));

    PageDecoder.Decoded decoded = PageDecoder.decode(bytes, Optional.empty());

    assertThat(decoded.text()).contains("“fixed” £45");
    assertThat(decoded.from()).isEqualTo("meta");
  }

  @Test
  void survivesAnUnknownCharset() {
    byte[] bytes = "<p>caf\u00e9</p>".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(PageDecoder.decode(bytes, Optional.of("text/html; charset=klingon-8")).text())
        .isEqualTo("<p>café</p>");
  }

  @ParameterizedTest
  @CsvSource({"254, 255, true", "255, 254, true", "255, 255, false", "254, 254, false"})
  void knowsTheMarksOfUtf16FromOtherHighBytes(int first, int second, boolean marked) {
    assertThat(PageDecoder.isMarkedUtf16(new byte[] {(byte) first, (byte) second}))
        .isEqualTo(marked);
  }
}

package dev.civicwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServerArgumentsTest {
  @Test
  void aTextIsItsLengthInCharsAndThenOneToThreeBytesEach() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = "/srv/Zürich/データ";

    ServerArguments.writeText(new DataOutputStream(bytes), text);

    byte[] written = bytes.toByteArray();
    assertThat(written[0]).isEqualTo((byte) text.length());
    assertThat(new String(written, 1, written.length - 1, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void aLongTextHasALengthOfTwoBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ServerArguments.writeText(new DataOutputStream(bytes), "x".repeat(300));

    assertThat(bytes.toByteArray()).hasSize(302).startsWith(0xAC, 0x02, 'x');
  }
}

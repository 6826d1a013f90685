package dev.civicwire.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineNoticeTest {
  @TempDir Path data;

  @Test
  void tellsOfEachEngineByItself() {
    EngineNotice.publish(data.resolve("broker.json"), 4001);
    EngineNotice.publish(data.resolve("node.json"), 4002);
    EngineNotice.withdraw(data.resolve("broker.json"));
    assertThat(EngineNotice.address(data.resolve("broker.json"))).isEmpty();
    assertThat(EngineNotice.address(data.resolve("node.json"))).contains("127.0.0.1:4002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pid\":999999999,\"started\":0,\"port\":4001}", // no such process
        "{\"pid\":1,\"started\":5,\"port\":4001}", // the pid was used again
        "no json"
      })
  void passesOverTheNoticeOfADeadProcess(String notice) throws IOException {
    Path file = Files.writeString(data.resolve("broker.json"), notice);
    assertThat(EngineNotice.address(file)).isEmpty();
  }
}

package dev.civicwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path temporary;

  /// Root may write into a folder without the right to, but nobody can make one in /proc.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatCannotBeMadeIsNamed() {
    assertThatThrownBy(() -> new DataFolder(Path.of("/proc/civicwire")).prepare(0))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("/proc/civicwire cannot be written")
        .hasMessageContaining("Choose a folder");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> new DataFolder(file).prepare(0))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(file + " cannot be written");
  }

  @Test
  void aFullDiskIsSaidBeforeTheStart() {
    long more = temporary.toFile().getUsableSpace() >> 19;

    assertThatThrownBy(() -> new DataFolder(temporary).prepare(more))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is full")
        .hasMessageContaining(temporary.toString());
  }

  @Test
  void aCommaWouldMakeTwoFolders() {
    assertThatThrownBy(() -> new DataFolder(temporary.resolve("a,b")).prepare(0))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("comma");
  }

  @Test
  void aSecondHolderIsRefusedAndTheFirstStaysTheHolder() {
    DataFolder folder = new DataFolder(temporary);
    folder.prepare(0);
    long pid = ProcessHandle.current().pid();
    try (FolderLock first = FolderLock.take(folder)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> FolderLock.take(folder))
            .isInstanceOf(EngineException.class)
            .hasMessageContaining(temporary + " is in use by process " + pid);
      }
      assertThat(first.lock().isValid()).isTrue();
    }
    FolderLock.take(folder).close();
  }
}

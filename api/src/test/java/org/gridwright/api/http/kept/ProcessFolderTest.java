package org.gridwright.api.http.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {

  @Test
  void whatAKilledProcessLeftGoes(@TempDir Path parent) throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path left = parent.resolve("gridwright-uploads-" + gone.pid() + "-1");
    Files.createDirectories(left.resolve("one"));
    Files.writeString(left.resolve("one/a.csv"), "id");
    Path running = parent.resolve("gridwright-uploads-" + ProcessHandle.current().pid() + "-2");
    Path others = parent.resolve("gridwright-uploads-of-mine");
    Files.createDirectory(running);
    Files.createDirectory(others);
    ProcessFolder.clearAway(parent, "uploads");
    assertThat(left).doesNotExist();
    assertThat(running).exists();
    assertThat(others).exists();
  }
}

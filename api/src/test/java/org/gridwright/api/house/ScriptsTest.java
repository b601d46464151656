package org.gridwright.api.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every script of the repository. */
class ScriptsTest {

  /**
   * A reader that may end before what writes to it has written all. Under {@code pipefail} the
   * writer is then killed now and then, and a script fails (141) whose work was all done.
   */
  private static final Pattern ENDS_EARLY =
      Pattern.compile("\\|\\s*(head\\b|grep\\s+(-\\w*\\s+)*-\\w*[qm]|sed\\s[^|]*\\d+q)");

  @Test
  void noReaderEndsBeforeItsWriter() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path script : scripts()) {
      List<String> lines = Files.readAllLines(script, UTF_8);
      if (lines.stream().anyMatch(line -> line.startsWith("set ") && line.contains("pipefail"))) {
        lines.stream()
            .filter(line -> ENDS_EARLY.matcher(line).find())
            .forEach(line -> found.add(script.getFileName() + ": " + line.strip()));
      }
    }
    assertThat(found)
        .as("let the reader read to the end, such as awk 'NR <= 10', or give it the text with <<<")
        .isEmpty();
  }

  @Test
  void thereAreScriptsToLookAt() throws IOException {
    assertThat(scripts()).extracting(script -> script.getFileName().toString()).contains("test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort -rn <<<\"$classes\" | head -10 | awk 1",
        "java -version 2>&1 | grep -qE 17",
        "cat a | grep -i -m1 b",
        "cat a | sed 5q"
      })
  void whatEndsEarlyIsSeen(String line) {
    assertThat(ENDS_EARLY.matcher(line).find()).isTrue();
  }

  private static List<Path> scripts() throws IOException {
    Path root = DocumentsTest.projectRoot();
    try (Stream<Path> scripts = Files.list(root.resolve("scripts"))) {
      return Stream.concat(scripts, Stream.of(root.resolve(".ci/run")))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}

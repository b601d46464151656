package org.gridwright.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.CommandRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The README's tour, and the redraws that it goes on with, do what they show. Serving is tried by
 * the browser tests.
 */
@Tag("documentation")
class ReadmeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "README.md, Five minutes",
    "docs/redraw.md, A street",
    "docs/redraw.md, A whole city",
  })
  void answersAsDocumented(Path document, String section) throws IOException, InterruptedException {
    List<DocumentedCommands.Step> tour =
        DocumentedCommands.in(Path.of("..").resolve(document)).get(section);
    DocumentedRun run = new DocumentedRun(folder, Map.of(), folder);
    int ran = 0;
    for (DocumentedCommands.Step step : tour) {
      if (!step.arguments().contains("serve")) {
        CommandRun answer = run.of(step);
        String both = answer.err() + answer.out();
        assertThat(answer.status()).as("%s%n%s", step, both).isEqualTo(step.exitStatus());
        assertThat(step.missingFrom(both)).as("%s%nanswered%n%s", step, both).isEmpty();
        ran++;
      }
    }
    assertThat(ran).isGreaterThan(3);
  }
}

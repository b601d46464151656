package org.gridwright.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("documentation")
class DocumentedCommandsTest {

  @TempDir Path folder;

  @Test
  void readsCommandsSettingsAnswersAndExitStatuses() throws IOException {
    Path document = folder.resolve("tour.md");
    Files.writeString(
        document,
        """
        # Tour
        ```json
        scripts/gridwright not-a-command
        ```
        ## A check
        ```console
        $ LANG=en scripts/gridwright check --theme beats \\
            --reason "as surveyed"
        2   findings
        # exit status 3
        scripts/gridwright --version
        gridwright …
        ```
        """);

    Map<String, List<DocumentedCommands.Step>> sections = DocumentedCommands.in(document);

    assertThat(sections).containsOnlyKeys("A check");
    DocumentedCommands.Step check = sections.get("A check").get(0);
    assertThat(check.settings()).containsExactly(Map.entry("LANG", "en"));
    assertThat(check.arguments())
        .containsExactly("check", "--theme", "beats", "--reason", "as surveyed");
    assertThat(check.exitStatus()).isEqualTo(3);
    assertThat(check.missingFrom("some note\n2 findings\n")).isEmpty();
    assertThat(check.missingFrom("12 findings\n")).contains("2   findings");
    DocumentedCommands.Step version = sections.get("A check").get(1);
    assertThat(version.exitStatus()).isZero();
    assertThat(version.missingFrom("gridwright 0.1.0")).isEmpty();
  }
}

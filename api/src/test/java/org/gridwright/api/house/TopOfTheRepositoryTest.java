package org.gridwright.api.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What is tracked at the top of the repository is what belongs there, so that nothing that a
 * compiler or an editor left is committed with the rest. Whoever adds something adds it here.
 */
class TopOfTheRepositoryTest {

  private static final Set<String> ALLOWED =
      Set.of(
          ".ci",
          ".editorconfig",
          ".gitignore",
          ".mvn",
          "ARCHITECTURE.md",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "LICENSE",
          "NOTICE",
          "README.md",
          "RELEASING.md",
          "SECURITY.md",
          "api",
          "data",
          "docs",
          "geo-core",
          "pom.xml",
          "scripts",
          "web");

  @Test
  void nothingButWhatBelongsThereIsTracked() throws IOException, InterruptedException {
    Path root = DocumentsTest.projectRoot();
    if (!Files.exists(root.resolve(".git"))) {
      String reason = "skipped: " + root + " is no clone, so nothing says what is tracked";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    Set<String> top = new TreeSet<>();
    for (String file : tracked(root)) {
      top.add(file.split("/", 2)[0]);
    }
    assertThat(top).containsExactlyInAnyOrderElementsOf(ALLOWED);
  }

  private static List<String> tracked(Path root) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "-C", root.toString(), "ls-files", "-z")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String files = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).as("exit status of git ls-files").isZero();
    return List.of(files.split("\0"));
  }
}

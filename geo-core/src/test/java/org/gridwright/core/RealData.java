package org.gridwright.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of public real data that lies beside the project, where it is there. Tests that need
 * it are skipped, with a printed reason, where it is absent.
 *
 * <p>The folder is the system property {@code gridwright.data.dir}, otherwise the first {@code
 * shared/data} found beside an ancestor of the working directory.
 */
public final class RealData {

  private RealData() {}

  /** The folder, or empty where it is absent. */
  public static Optional<Path> folder() {
    String configured = System.getProperty("gridwright.data.dir");
    if (configured != null) {
      return Optional.of(Path.of(configured)).filter(Files::isDirectory);
    }
    for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        at != null;
        at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * A file of the folder of reported cases beside it, such as {@code
   * 01-same-code-row-twice/zones.geojson}; skips the test without.
   */
  public static Path reported(String relative) {
    Optional<Path> file =
        folder().map(it -> it.resolveSibling("cases").resolve(relative)).filter(Files::exists);
    if (file.isEmpty()) {
      String reason = "skipped: the reported case " + relative + " is not in ../shared/cases";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return file.orElseThrow();
  }

  /** A file below the folder, such as {@code chicago/beats.geojson.gz}; skips the test without. */
  public static Path file(String relative) {
    Optional<Path> file = folder().map(it -> it.resolve(relative)).filter(Files::exists);
    if (file.isEmpty()) {
      String reason = "skipped: real data " + relative + " is not in ../shared/data";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return file.orElseThrow();
  }
}

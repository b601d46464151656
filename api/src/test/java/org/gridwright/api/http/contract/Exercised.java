package org.gridwright.api.http.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which documented answers the tests of this run have seen. When the run ends, those that were
 * never seen are listed in {@code target/openapi-never-answered.txt}.
 */
final class Exercised {

  private static final Path LIST = Path.of("target", "openapi-never-answered.txt");
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Exercised::list, "openapi-never-answered"));
  }

  private Exercised() {}

  static void add(String answer) {
    SEEN.add(answer);
  }

  private static void list() {
    List<String> never =
        ApiDocument.SERVED.operations().stream()
            .flatMap(Operation::answers)
            .filter(answer -> !SEEN.contains(answer))
            .sorted()
            .toList();
    try {
      Files.createDirectories(LIST.getParent());
      Files.write(LIST, never);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

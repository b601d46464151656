package org.gridwright.api.http.contract;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which documented answers the tests of this run have seen. When the run ends, those that none of
 * its processes saw are listed in {@code target/openapi-never-answered.txt}.
 */
final class Exercised {

  private static final Path LIST = Path.of("target", "openapi-never-answered.txt");
  private static final Path LOCK = Path.of("target", "openapi-never-answered.lock");
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
      try (FileChannel lock = FileChannel.open(LOCK, CREATE, WRITE)) {
        lock.lock();
        List<String> others = ofThisRun() ? Files.readAllLines(LIST) : never;
        Files.write(LIST, never.stream().filter(others::contains).toList());
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Whether another process of the run that this one belongs to has made the list. */
  private static boolean ofThisRun() throws IOException {
    Instant began =
        ProcessHandle.current()
            .parent()
            .flatMap(run -> run.info().startInstant())
            .orElse(Instant.MAX);
    return Files.exists(LIST) && Files.getLastModifiedTime(LIST).toInstant().isAfter(began);
  }
}

package org.gridwright.api.http.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of what one process keeps of one sort, whose name tells the process. Those of
 * processes that are no more, because they were killed, go when the next one makes its own.
 */
final class ProcessFolder {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessFolder.class);

  private ProcessFolder() {}

  /**
   * Makes the folder; only its owner reads it.
   *
   * @param sort what is kept, such as {@code uploads}
   */
  static Path make(Path parent, String sort) throws IOException {
    String stem = stem(sort) + ProcessHandle.current().pid() + "-";
    Path folder = Files.createTempDirectory(parent, stem);
    clearAway(parent, sort);
    return folder;
  }

  /** Removes what processes left in a folder that are no more; what cannot be removed stays. */
  static void clearAway(Path parent, String sort) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(stem(sort)) + "(\\d{1,18})-.*");
    List<Path> left;
    try (Stream<Path> all = Files.list(parent)) {
      left = all.filter(folder -> isLeft(folder, name)).toList();
    }
    for (Path folder : left) {
      try {
        delete(folder);
      } catch (UncheckedIOException notOurs) {
        LOG.info("The folder {} of a process that is no more could not be removed", folder);
      }
    }
  }

  private static String stem(String sort) {
    return "gridwright-" + sort + "-";
  }

  private static boolean isLeft(Path folder, Pattern stem) {
    Matcher name = stem.matcher(String.valueOf(folder.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}

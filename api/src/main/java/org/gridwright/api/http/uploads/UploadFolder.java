package org.gridwright.api.http.uploads;

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
 * The folder of one process's uploads, whose name tells the process. Those of processes that are no
 * more, because they were killed, go when the next one makes its own.
 */
final class UploadFolder {

  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
  private static final String STEM = "gridwright-uploads-";
  private static final Pattern NAME = Pattern.compile(Pattern.quote(STEM) + "(\\d{1,18})-.*");

  private UploadFolder() {}

  /** Where temporary files of this process belong. */
  static Path parent() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Makes the folder; only its owner reads it. */
  static Path make(Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, STEM + ProcessHandle.current().pid() + "-");
    clearAway(parent);
    return folder;
  }

  /** Removes what processes left in a folder that are no more; what cannot be removed stays. */
  static void clearAway(Path parent) throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(parent)) {
      left = all.filter(UploadFolder::isLeft).toList();
    }
    for (Path folder : left) {
      try {
        delete(folder);
      } catch (UncheckedIOException notOurs) {
        LOG.info("The folder {} of a process that is no more could not be removed", folder);
      }
    }
  }

  private static boolean isLeft(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
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

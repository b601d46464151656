package org.gridwright.api.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory, mounted for a test. */
public record SmallDisk(Path folder) implements AutoCloseable {

  /**
   * Mounts a disk, or skips the test with a printed reason where that is not allowed.
   *
   * @param size as mount takes it, such as {@code 3m}
   */
  public static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
    Files.createDirectory(folder);
    if (!"root".equals(System.getProperty("user.name"))
        || !run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString())) {
      String reason = "skipped: mounting a small disk needs root on Linux, with the right to mount";
      System.out.println(reason);
      abort(reason);
    }
    return new SmallDisk(folder);
  }

  /** Takes no more changes from now on. */
  void makeReadOnly() throws InterruptedException {
    if (!run("mount", "-o", "remount,ro", folder.toString())) {
      throw new IllegalStateException("the disk could not be mounted to be read only");
    }
  }

  @Override
  public void close() {
    try {
      if (!run("umount", folder.toString())) {
        throw new IllegalStateException(folder + " is still in use");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}

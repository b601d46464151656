package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.gridwright.core.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an import ends early, the store is as it was before. */
class FailedImportTest {

  private static final String[] ADDRESSES = {
    "import", "addresses", "in.csv", "--id", "id", "--text", "t", "--lon", "x", "--lat", "y"
  };

  @TempDir Path folder;

  @Test
  void aTruncatedFileLeavesNoStoreThatWasNotThere() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("id,t,x,y\n1,one,10,50\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("in.csv"), Arrays.copyOf(packed.toByteArray(), packed.size() - 12));

    CommandRun run = gridwright(ADDRESSES);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("gridwright: in.csv").hasLineCount(1);
    assertThat(folder.toFile().list()).containsExactly("in.csv");
  }

  @Test
  void aKilledImportLeavesTheOldState() throws Exception {
    try (CommandProcess importing = inTheMiddle(CommandProcess.start(folder, prepared()))) {
      importing.kill();
    }
    assertThat(gridwright("status").out()).containsPattern("addresses +1\n");
  }

  @Test
  void anInterruptedImportLeavesTheOldStateAndSaysSo() throws Exception {
    requireInterrupts();
    try (CommandProcess importing =
        inTheMiddle(CommandProcess.startInterruptible(folder, prepared()))) {
      assertInterrupted(importing);
    }
    assertThat(gridwright("status").out()).containsPattern("addresses +1\n");
  }

  @Test
  void anInterruptedImportLeavesNoStoreThatWasNotThere() throws Exception {
    requireInterrupts();
    writeAddresses(400_000);
    try (CommandProcess importing =
        inTheMiddle(CommandProcess.startInterruptible(folder, ADDRESSES))) {
      assertInterrupted(importing);
    }
    assertThat(folder.toFile().list()).containsExactly("in.csv");
  }

  private static void assertInterrupted(CommandProcess importing) throws Exception {
    importing.interrupt();
    assertThat(importing.status()).isEqualTo(130);
    assertThat(importing.rest())
        .contains("gridwright: the work was cancelled; nothing was changed")
        .noneMatch(line -> line.contains("\tat "));
  }

  private static void requireInterrupts() throws InterruptedException {
    if (!canInterrupt()) {
      String reason = "skipped: needs env --default-signal of the GNU coreutils";
      System.out.println(reason);
      abort(reason);
    }
  }

  /** Stores one address and has many more ready to import. */
  private String[] prepared() throws IOException {
    writeAddresses(1);
    assertThat(gridwright(ADDRESSES).status()).isZero();
    writeAddresses(400_000);
    return ADDRESSES;
  }

  /** Waits until rows have reached the disk. */
  private CommandProcess inTheMiddle(CommandProcess importing) throws IOException {
    Path log = folder.resolve("gridwright.gpkg-wal");
    while (importing.isAlive() && size(log) < 4_000_000) {
      Pause.aMoment();
    }
    assertThat(importing.isAlive()).as("still importing").isTrue();
    return importing;
  }

  /** Bytes of a file that may come and go; 0 where there is none. */
  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException none) {
      return 0;
    }
  }

  private static boolean canInterrupt() throws InterruptedException {
    try {
      return new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private void writeAddresses(int count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("in.csv"))) {
      out.write("id,t,x,y\n");
      for (int i = 1; i <= count; i++) {
        out.write(i + "," + i + " Main Street,10." + i + ",50." + i + "\n");
      }
    }
  }

  private CommandRun gridwright(String... arguments) {
    return CommandRun.of(folder, Map.of(), arguments);
  }
}

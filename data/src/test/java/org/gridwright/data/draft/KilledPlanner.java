package org.gridwright.data.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridwright.core.JavaProcess;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/** A process that edits a draft without end, says when each edit is done, and is killed. */
final class KilledPlanner {

  private KilledPlanner() {}

  /** Edits the draft of an id in the store of an address, printing each version that it reached. */
  public static void main(String[] arguments) {
    try (Store store = Stores.open(arguments[0])) {
      DraftDesk desk = new DraftDesk(store);
      long id = Long.parseLong(arguments[1]);
      for (long version = desk.open(id).version(); ; ) {
        int x = 10 + (int) (version % 7);
        version =
            desk.apply(id, version, TestEdits.border(0, x), TestEdits.note("reshape"))
                .state()
                .version();
        System.out.println(version);
      }
    }
  }

  /**
   * Runs a process like that, and kills it in the middle of its work once it has said so many
   * versions; returns the last of them.
   */
  static long runAndKill(String address, long id, int edits)
      throws IOException, InterruptedException {
    return Long.parseLong(runAndKill(KilledPlanner.class, edits, address, Long.toString(id)));
  }

  /** Runs a main class, and kills it once it has said so many lines; returns the last of them. */
  static String runAndKill(Class<?> main, int lines, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(JavaProcess.command(main.getName(), arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String last = "";
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < lines; i++) {
        last = said.readLine();
      }
      process.destroyForcibly().waitFor();
    }
    return last;
  }
}

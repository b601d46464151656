package org.gridwright.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gridwright.core.JavaProcess;
import org.gridwright.data.model.Actor;
import org.gridwright.data.stores.Stores;

/** A process that is killed while its transaction is open. */
final class KilledWriter {

  private static final String READY = "written, not committed";

  private KilledWriter() {}

  /** Writes a theme, a draft and many addresses in one transaction, and waits there. */
  public static void main(String[] arguments) {
    try (Store store = Stores.open(arguments[0])) {
      store.transaction(
          tx -> {
            tx.themes().ensure(TestPlans.THEME);
            tx.plans().createDraft(TestPlans.row(500), Actor.named("ann"), "try");
            tx.addresses().put(Numbered.addresses(20_000, -1));
            System.out.println(READY);
            return waitForEver();
          });
    }
  }

  /** Runs a process like that on a store and kills it once it has written. */
  static void runAndKill(String address) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(JavaProcess.command(KilledWriter.class.getName(), address))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    process.destroyForcibly().waitFor();
    if (!READY.equals(line)) {
      throw new IllegalStateException("the writer did not come to the point: " + line);
    }
  }

  private static int waitForEver() {
    try {
      return System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

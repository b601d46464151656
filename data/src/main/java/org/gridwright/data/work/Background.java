package org.gridwright.data.work;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads for short work that comes back now and then; they keep no process alive. */
public final class Background {

  private Background() {}

  /** One thread of a name; whoever takes it shuts it down. */
  public static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}

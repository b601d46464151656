package org.gridwright.data.bulk;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes the threads that work on blocks. */
public final class BulkWorkers {

  private BulkWorkers() {}

  /**
   * As many daemon threads as there are cores. They start when there is work and end after a few
   * idle seconds, so that nobody has to close them. Can be shared by any number of runs.
   */
  public static Executor perCore() {
    int cores = Runtime.getRuntime().availableProcessors();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            cores,
            cores,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "bulk-worker");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}

package org.gridwright.api.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * On what this process has spent its processor time so far: on the requests of a server, on its
 * clients, on other threads, and on the virtual machine itself, which compiles and collects.
 *
 * @param nanos by kind of thread; threads that have ended count as the virtual machine's
 */
record ProcessorShares(Map<String, Long> nanos) {

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
  private static final com.sun.management.ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

  private static final String MACHINE = "virtual machine";

  static ProcessorShares now() {
    Map<String, Long> nanos = new TreeMap<>();
    long threads = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      long spent = Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
      threads += spent;
      nanos.merge(kind(thread.getName()), spent, Long::sum);
    }
    nanos.put(MACHINE, PROCESS.getProcessCpuTime() - threads);
    return new ProcessorShares(nanos);
  }

  private static String kind(String thread) {
    if (thread.startsWith("JettyServer")) {
      return "requests";
    }
    return thread.startsWith("planner-") || thread.startsWith("HttpClient") ? "clients" : "others";
  }

  double millisSince(ProcessorShares earlier) {
    return (sum() - earlier.sum()) / 1e6;
  }

  private long sum() {
    return nanos.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Milliseconds since an earlier moment for each of some pieces of work, by kind of thread. */
  String each(ProcessorShares earlier, int pieces) {
    StringBuilder text = new StringBuilder();
    nanos.forEach(
        (kind, now) -> {
          double millis = (now - earlier.nanos.getOrDefault(kind, 0L)) / 1e6 / pieces;
          text.append(text.isEmpty() ? "" : ", ");
          text.append(String.format(Locale.ROOT, "%s %.1f", kind, millis));
        });
    return text.toString();
  }
}

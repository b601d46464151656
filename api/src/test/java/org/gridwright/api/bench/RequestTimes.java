package org.gridwright.api.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times of requests as their client sees them, each under what was asked for, and the processor
 * time of this process meanwhile: server, client, compiler and collector.
 */
final class RequestTimes {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, List<Double>> millis = new LinkedHashMap<>();
  private final Map<String, Double> processor = new LinkedHashMap<>();

  /** A request to be timed. */
  interface Request {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  /** Sends a request and keeps its time. */
  HttpResponse<String> time(String what, Request request) throws IOException, InterruptedException {
    long busy = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    HttpResponse<String> answer = request.send();
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
    synchronized (millis) {
      millis.computeIfAbsent(what, it -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
      processor.merge(what, (PROCESS.getProcessCpuTime() - busy) / 1e6, Double::sum);
    }
    return answer;
  }

  /** The time below which a share of the requests lies, in milliseconds. */
  double at(String what, double share) {
    List<Double> sorted = millis.getOrDefault(what, List.of()).stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
  }

  /** Processor time of a request, in milliseconds, as a mean. */
  double processor(String what) {
    return processor.getOrDefault(what, 0.0) / millis.getOrDefault(what, List.of()).size();
  }

  void print() {
    millis.forEach(
        (what, all) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %d, median %.1f ms, p95 %.1f ms, longest %.1f ms; processor %.1f ms%n",
                what,
                all.size(),
                at(what, 0.5),
                at(what, 0.95),
                at(what, 1),
                processor(what)));
  }
}

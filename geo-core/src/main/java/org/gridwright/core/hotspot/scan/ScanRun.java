package org.gridwright.core.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all windows, in the incidents and in all replicas. Centres are shared out in tasks whose
 * number depends on the places alone; what they find is joined by maxima, so that no order matters.
 * Done when it is made.
 */
final class ScanRun {

  /** Numbers of replicas that are in memory at a time. */
  private static final long NUMBERS = 32L << 20;

  /** Replicas that are counted together: their sums stay near the processor. */
  private static final int TOGETHER = 250;

  /** Replicas drawn by one thread, an even number: as many as a line of the cache holds. */
  private static final int DRAWN = 32;

  private static final int CENTRES = 256;
  private static final int MOST_TASKS = 64;

  /** What a task found; candidates only where it was asked for them. */
  private record Part(List<CentreBest.FoundWindow> candidates, double[] greatest) {}

  private final ScanField field;
  private final ScanOptions options;
  private final Intervals intervals;
  private final boolean[] nothingTaken;
  private final List<CentreBest.FoundWindow> candidates = new ArrayList<>();
  private final double[] greatest;

  ScanRun(ScanData data, ScanOptions options, ScanField field, Progress progress) {
    this.field = field;
    this.options = options;
    this.intervals = new Intervals(field.steps(), options);
    this.nothingTaken = new boolean[field.size()];
    this.greatest = new double[options.replicas()];
    int replicas = options.replicas();
    long[] seeds = new SplittableRandom(options.seed()).longs(replicas).toArray();
    int together = Math.min(TOGETHER, ReplicaRows.fitting(field, NUMBERS));
    if (replicas == 0) {
      look(null, 0, progress);
    }
    for (int from = 0; from < replicas; from += together) {
      int to = Math.min(replicas, from + together);
      Progress part = progress.part((double) from / replicas, (double) to / replicas);
      long[] some = Arrays.copyOfRange(seeds, from, to);
      look(drawn(data.model(), some, part.part(0, 0.1)), from, part.part(0.1, 1));
    }
    Arrays.sort(greatest);
  }

  /** The best window of each centre, in the order of the field. */
  List<CentreBest.FoundWindow> candidates() {
    return candidates;
  }

  /** The greatest ratio of each replica, ascending. */
  double[] greatest() {
    return greatest;
  }

  private ReplicaRows drawn(ScanModel model, long[] seeds, Progress progress) {
    ReplicaRows rows = new ReplicaRows(field, seeds.length);
    Steps steps = progress.steps(seeds.length);
    IntStream.range(0, (seeds.length + DRAWN - 1) / DRAWN)
        .parallel()
        .forEach(
            group -> {
              NullDraws draws = NullDraws.of(model, field);
              int[] cells = new int[field.size() * field.steps()];
              int last = Math.min(seeds.length, (group + 1) * DRAWN);
              for (int replica = group * DRAWN; replica < last; replica++) {
                draws.draw(new SplittableRandom(seeds[replica]), cells);
                rows.set(replica, cells);
                steps.done();
              }
            });
    return rows;
  }

  /**
   * Looks at some replicas, and with the first of them at the incidents.
   *
   * @param first number of the first replica in the rows
   */
  private void look(@Nullable ReplicaRows rows, int first, Progress progress) {
    int tasks = Math.max(2, Math.min(MOST_TASKS, field.size() / CENTRES));
    Steps steps = progress.steps(field.size());
    List<Part> parts =
        IntStream.range(0, tasks)
            .parallel()
            .mapToObj(
                task -> {
                  int from = (int) ((long) field.size() * task / tasks);
                  int to = (int) ((long) field.size() * (task + 1) / tasks);
                  return part(rows, first == 0, from, to, steps);
                })
            .toList();
    for (Part part : parts) {
      candidates.addAll(part.candidates());
      for (int replica = 0; replica < part.greatest().length; replica++) {
        int at = first + replica;
        greatest[at] = Math.max(greatest[at], part.greatest()[replica]);
      }
    }
  }

  private Part part(@Nullable ReplicaRows rows, boolean incidents, int from, int to, Steps steps) {
    NearestFirst nearest = new NearestFirst(field, options);
    CentreBest ofIncidents = new CentreBest(field, options, intervals);
    ReplicaBest ofReplicas =
        rows == null ? null : new ReplicaBest(field, options, intervals, nearest, rows);
    List<CentreBest.FoundWindow> found = new ArrayList<>();
    for (int centre = from; centre < to; centre++) {
      int most = nearest.around(centre);
      if (incidents) {
        found.add(ofIncidents.of(centre, nearest, most, nothingTaken));
      }
      if (ofReplicas != null) {
        ofReplicas.look(most);
      }
      steps.done();
    }
    return new Part(found, ofReplicas == null ? new double[0] : ofReplicas.best());
  }
}

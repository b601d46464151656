package org.gridwright.core.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;

/** Makes what is told of candidates and replicas. Immutable, of one scan. */
final class FoundClusters {

  private final ScanData data;
  private final ScanOptions options;
  private final ScanField field;

  /** Ascending. */
  private final double[] greatest;

  private final Optional<GumbelTail> tail;

  FoundClusters(ScanData data, ScanOptions options, ScanField field, double[] greatest) {
    this.data = data;
    this.options = options;
    this.field = field;
    this.greatest = greatest;
    this.tail = GumbelTail.of(greatest);
  }

  ScanResult none(NothingToScan reason) {
    return result(List.of(), Optional.of(reason));
  }

  /** The strongest, of which no two share a place. */
  ScanResult told(List<CentreBest.FoundWindow> candidates, Intervals intervals, Progress progress) {
    PriorityQueue<CentreBest.FoundWindow> queue = new PriorityQueue<>(strongestFirst());
    candidates.stream().filter(it -> it.ratio() > 0).forEach(queue::add);
    CentreBest best = new CentreBest(field, options, intervals);
    NearestFirst nearest = new NearestFirst(field, options);
    boolean[] taken = new boolean[field.size()];
    List<ScanCluster> clusters = new ArrayList<>();
    while (!queue.isEmpty() && clusters.size() < options.mostClusters()) {
      progress.checkpoint();
      CentreBest.FoundWindow next = queue.remove();
      if (taken[next.centre()]) {
        continue;
      }
      if (isFree(nearest, next, taken)) {
        for (int i = 0; i < next.size(); i++) {
          taken[nearest.place(i)] = true;
        }
        clusters.add(cluster(nearest, next, intervals));
      } else {
        int most = nearest.around(next.centre());
        CentreBest.FoundWindow smaller = best.of(next.centre(), nearest, most, taken);
        if (smaller.ratio() > 0) {
          queue.add(smaller);
        }
      }
    }
    boolean windows = !clusters.isEmpty() || hasWindow(nearest);
    return result(clusters, windows ? Optional.empty() : Optional.of(NothingToScan.NO_WINDOW));
  }

  /** By ratio; of equal ones that with fewer places, then that with the smaller number. */
  private Comparator<CentreBest.FoundWindow> strongestFirst() {
    return Comparator.comparingDouble(CentreBest.FoundWindow::ratio)
        .reversed()
        .thenComparingInt(CentreBest.FoundWindow::size)
        .thenComparingInt(it -> field.original(it.centre()));
  }

  private boolean hasWindow(NearestFirst nearest) {
    return IntStream.range(0, field.size()).anyMatch(centre -> nearest.around(centre) > 0);
  }

  private static boolean isFree(
      NearestFirst nearest, CentreBest.FoundWindow candidate, boolean[] taken) {
    nearest.around(candidate.centre());
    return IntStream.range(0, candidate.size()).noneMatch(i -> taken[nearest.place(i)]);
  }

  private ScanCluster cluster(
      NearestFirst nearest, CentreBest.FoundWindow found, Intervals intervals) {
    int first = intervals.first(found.interval());
    int last = intervals.last(found.interval());
    int count = 0;
    long weight = 0;
    for (int i = 0; i < found.size(); i++) {
      for (int t = first; t <= last; t++) {
        count += field.cases()[nearest.place(i) * field.steps() + t];
        weight += field.weights()[nearest.place(i) * field.steps() + t];
      }
    }
    double expected = field.likelihood().expected(weight);
    double p = rank(found.ratio());
    OptionalDouble gumbel =
        tail.isPresent() ? OptionalDouble.of(tail.get().p(found.ratio())) : OptionalDouble.empty();
    boolean ranked = greatest.length > 0;
    return new ScanCluster(
        field.original(found.centre()),
        members(nearest, found.size()),
        nearest.metres(found.size() - 1),
        first,
        last,
        population(weight),
        count,
        expected,
        relativeRisk(count, expected),
        found.ratio(),
        ranked ? OptionalDouble.of(p) : OptionalDouble.empty(),
        gumbel,
        ranked && options.alive() ? OptionalDouble.of(1 / p) : OptionalDouble.empty());
  }

  /** Share of the replicas, and this scan among them, with a ratio as great. */
  private double rank(double ratio) {
    int at = Arrays.binarySearch(greatest, ratio);
    int below = at < 0 ? -at - 1 : at;
    while (below > 0 && greatest[below - 1] == ratio) {
      below--;
    }
    return (greatest.length - below + 1.0) / (greatest.length + 1.0);
  }

  private List<Integer> members(NearestFirst nearest, int size) {
    List<Integer> members = new ArrayList<>(size);
    int from = 0;
    for (int i = 0; i < size; i++) {
      members.add(field.original(nearest.place(i)));
      if (nearest.endsGroup(i)) {
        members.subList(from, i + 1).sort(null);
        from = i + 1;
      }
    }
    return members;
  }

  private OptionalDouble population(long weight) {
    return data.model() == ScanModel.SPACE_TIME_PERMUTATION
        ? OptionalDouble.empty()
        : OptionalDouble.of(weight * data.weightUnit());
  }

  private OptionalDouble relativeRisk(int count, double expected) {
    double cases = field.likelihood().cases();
    return count == cases || expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(count / expected / ((cases - count) / (cases - expected)));
  }

  private ScanResult result(List<ScanCluster> clusters, Optional<NothingToScan> reason) {
    return new ScanResult(
        data.model(),
        options,
        clusters,
        (int) field.likelihood().cases(),
        field.capTotal() * data.weightUnit(),
        Arrays.stream(greatest).boxed().toList(),
        tail,
        reason);
  }
}

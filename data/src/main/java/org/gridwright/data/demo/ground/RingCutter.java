package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts a ring in two along a street. A cut starts and ends at points that the ring already has, and
 * every ring along a street holds all of the street's points, so neighbours share identical edges
 * whatever is cut later and in whatever order. Immutable.
 */
final class RingCutter {

  private static final int STARTS = 22;

  private final Plane plane;
  private final Density density;
  private final StreetTracer tracer;

  RingCutter(Plane plane, Density density, Grain grain) {
    this.plane = plane;
    this.density = density;
    this.tracer = new StreetTracer(plane, density, grain);
  }

  /** The two sides of a cut and how many parts each is to be cut into further. */
  record Halves(StreetRing left, int leftParts, StreetRing right, int rightParts) {}

  private record Candidate(StreetTracer.Trace trace, double score) {}

  /** A street from one start, and what lies on its one side. */
  private record Attempt(StreetTracer.Trace trace, RingSums.Part part) {}

  /**
   * Cuts a ring that is to be cut into {@code parts} parts of about equal weight.
   *
   * @throws IllegalStateException when no street crosses the ring, which a ring with enough points
   *     does not do
   */
  Halves cut(StreetRing ring, int parts, Road.Kind kind, Seeded random) {
    RingIndex index = new RingIndex(ring);
    RingSums sums = new RingSums(plane, density, ring);
    List<Candidate> candidates = new ArrayList<>();
    for (Attempt attempt : attempts(ring, index, sums, starts(ring, random))) {
      candidates.add(new Candidate(attempt.trace, score(sums, attempt, parts, random)));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score));
    for (Candidate candidate : candidates) {
      if (tracer.clear(ring, index, candidate.trace)) {
        return halves(ring, sums, candidate.trace, parts, kind);
      }
    }
    for (int attempt = 0; attempt < 4000; attempt++) {
      int from = random.below(ring.size());
      int to = random.below(ring.size());
      Optional<StreetTracer.Trace> straight = tracer.straight(ring, from, to);
      if (straight.isPresent() && tracer.clear(ring, index, straight.get())) {
        return halves(ring, sums, straight.get(), parts, kind);
      }
    }
    throw new IllegalStateException("no street crosses a ring of " + ring.size() + " points");
  }

  /**
   * Cuts a ring along a given curve between two of its points; empty where the curve touches it.
   */
  Optional<Halves> cutAlong(StreetRing ring, StreetTracer.Trace trace, Road.Kind kind) {
    return tracer.clear(ring, new RingIndex(ring), trace)
        ? Optional.of(halves(ring, new RingSums(plane, density, ring), trace, 2, kind))
        : Optional.empty();
  }

  /**
   * The streets from the starts, in their order. Many starts are moved to the same corner; these
   * streets are traced once, and are as often in the list as they were drawn.
   */
  private List<Attempt> attempts(StreetRing ring, RingIndex index, RingSums sums, int[] starts) {
    Map<Integer, Optional<Attempt>> traced = new HashMap<>();
    List<Attempt> attempts = new ArrayList<>(starts.length);
    for (int start : starts) {
      traced
          .computeIfAbsent(
              start,
              from ->
                  tracer
                      .trace(ring, index, from)
                      .map(trace -> new Attempt(trace, sums.part(trace))))
          .ifPresent(attempts::add);
    }
    return attempts;
  }

  private static int[] starts(StreetRing ring, Seeded random) {
    int[] starts = new int[STARTS];
    for (int k = 0; k < STARTS; k++) {
      int i = random.below(ring.size());
      if (k < STARTS * 3 / 4) {
        for (int tries = 0; tries < 24 && !StreetTracer.corner(ring.x(i), ring.y(i)); tries++) {
          i = ring.next(i);
        }
      }
      starts[k] = i;
    }
    return starts;
  }

  /** Small is good: even weights, compact sides, right angles where streets meet. */
  private static double score(RingSums sums, Attempt attempt, int parts, Seeded random) {
    RingSums.Part part = attempt.part;
    double share = part.weight() / sums.weight();
    if (!(share > 0.02 && share < 0.98)) {
      return Double.MAX_VALUE;
    }
    int left = partsOf(share, parts);
    double deviation =
        Math.max(
            Math.abs(share * parts / left - 1), Math.abs((1 - share) * parts / (parts - left) - 1));
    double q1 = compact(part.area(), part.perimeter());
    double q2 = compact(sums.area() - part.area(), part.restPerimeter());
    return 2.2 * deviation * deviation
        + 0.6 * deviation
        + 1.5 * (1 - Math.min(q1, q2))
        + 0.5 * (1 - Math.max(q1, q2))
        + 0.9 * attempt.trace.bluntness()
        + 0.3 * Math.abs(share - 0.5)
        + 0.15 * random.next()
        + (Math.min(q1, q2) < 0.35 ? 3 : 0)
        + (deviation > 0.6 ? 3 : 0);
  }

  /** 1 for a square, less the longer or the more indented a shape is. */
  private static double compact(double area, double perimeter) {
    return Math.min(1, 16 * area / (perimeter * perimeter));
  }

  private static int partsOf(double share, int parts) {
    return Math.max(1, Math.min(parts - 1, (int) Math.floor(share * parts + 0.5)));
  }

  private static Halves halves(
      StreetRing ring, RingSums sums, StreetTracer.Trace trace, int parts, Road.Kind kind) {
    int last = trace.x().length - 1;
    int road = Road.of(kind, trace.x()[0], trace.y()[0], trace.x()[last], trace.y()[last]);
    int left = partsOf(sums.part(trace).weight() / sums.weight(), parts);
    return new Halves(
        ring.closedBy(trace.from(), trace.to(), trace.x(), trace.y(), road, trace.metres(), true),
        left,
        ring.closedBy(trace.to(), trace.from(), trace.x(), trace.y(), road, trace.metres(), false),
        parts - left);
  }
}

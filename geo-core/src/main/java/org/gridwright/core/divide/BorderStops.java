package org.gridwright.core.divide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;

/**
 * Points between the vertices of long outline edges at which cuts may end. A lattice point exactly
 * on the edge is taken where one is near; elsewhere the edge is bent by less than a step, which is
 * allowed only where nothing else comes near it. Immutable and thread-safe.
 */
final class BorderStops {

  /** No stops. */
  static final BorderStops NONE = new BorderStops(Map.of());

  /** By undirected edge, the points between its ends, from the smaller end on. */
  private final Map<DirectedEdge, long[]> chains;

  private final Set<Long> points = new HashSet<>();

  private BorderStops(Map<DirectedEdge, long[]> chains) {
    this.chains = chains;
    chains.values().forEach(chain -> Arrays.stream(chain).forEach(points::add));
  }

  /**
   * @param areas outlines with the distance in metres between the stops along each
   * @param obstacles everything that an edge must not be bent across
   * @param progress asked at each outline and each long edge
   */
  static BorderStops of(
      List<LatticeMultiPolygon> areas,
      double[] spacing,
      LocalFrame frame,
      Obstacles obstacles,
      Progress progress) {
    Map<DirectedEdge, Double> spacingOf = new HashMap<>();
    for (int i = 0; i < areas.size(); i++) {
      progress.checkpoint();
      double metres = spacing[i];
      areas.get(i).forEachRing(ring -> addLong(ring, metres, frame, spacingOf));
    }
    Map<DirectedEdge, long[]> chains = new HashMap<>();
    spacingOf.forEach(
        (edge, metres) -> {
          progress.checkpoint();
          long[] chain = chain(edge, frame, metres, obstacles);
          if (chain.length > 0) {
            chains.put(edge, chain);
          }
        });
    return new BorderStops(chains);
  }

  private static void addLong(
      LatticeRing ring, double spacing, LocalFrame frame, Map<DirectedEdge, Double> spacingOf) {
    long[] open = Rings.open(ring);
    for (int i = 0; i < open.length; i++) {
      DirectedEdge edge = new DirectedEdge(open[i], open[(i + 1) % open.length]).undirected();
      if (frame.metres(edge.from(), edge.to()) > 1.5 * spacing) {
        spacingOf.merge(edge, spacing, Math::min);
      }
    }
  }

  private static long[] chain(
      DirectedEdge edge, LocalFrame frame, double spacing, Obstacles obstacles) {
    int pieces = (int) Math.min(1000, Math.round(frame.metres(edge.from(), edge.to()) / spacing));
    long common = commonSteps(edge);
    List<Long> exact = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    for (int i = 1; i < pieces; i++) {
      double share = (double) i / pieces;
      long on = Math.round(share * common);
      boolean isNear =
          on > 0 && on < common && Math.abs((double) on / common - share) < 0.4 / pieces;
      long point =
          DirectedEdge.between(edge.from(), edge.to(), isNear ? (double) on / common : share);
      long last = all.isEmpty() ? edge.from() : all.get(all.size() - 1);
      if (point != last && point != edge.to()) {
        all.add(point);
        if (isOn(edge, point)) {
          exact.add(point);
        }
      }
    }
    long[] chain = all.stream().mapToLong(Long::longValue).toArray();
    return exact.size() == all.size() || !obstacles.meet(edge, chain)
        ? chain
        : exact.stream().mapToLong(Long::longValue).toArray();
  }

  /** In how many equal pieces lattice points divide an edge. */
  private static long commonSteps(DirectedEdge edge) {
    return BigInteger.valueOf((long) Packed.x(edge.to()) - Packed.x(edge.from()))
        .gcd(BigInteger.valueOf((long) Packed.y(edge.to()) - Packed.y(edge.from())))
        .longValueExact();
  }

  static boolean isOn(DirectedEdge edge, long point) {
    return Rings.orientation(edge.from(), edge.to(), point) == 0;
  }

  /** All stops. Not to be changed. */
  Set<Long> points() {
    return points;
  }

  /** The rectangle around all stops. */
  LatticeEnvelope envelope() {
    LatticeEnvelope all = LatticeEnvelope.EMPTY;
    for (long point : points) {
      all =
          all.union(
              new LatticeEnvelope(
                  Packed.x(point), Packed.y(point), Packed.x(point), Packed.y(point)));
    }
    return all;
  }

  boolean isEmpty() {
    return chains.isEmpty();
  }

  /**
   * The stops where cuts end, and those without which a border would be bent too much.
   *
   * @param used points where one part ends and another begins
   * @param progress asked at each edge that has stops
   */
  BorderStops keep(Set<Long> used, List<Mosaic> mosaics, Obstacles obstacles, Progress progress) {
    if (isEmpty()) {
      return this;
    }
    StopUse use = new StopUse(mosaics, points, obstacles);
    Map<DirectedEdge, long[]> kept = new HashMap<>();
    chains.forEach(
        (edge, chain) -> {
          progress.checkpoint();
          long[] some = Arrays.stream(chain).filter(used::contains).toArray();
          kept.put(edge, use.canDrop(edge, chain, some) ? some : chain);
        });
    kept.values().removeIf(chain -> chain.length == 0);
    return new BorderStops(kept);
  }

  /** An area with the stops of its edges; the same object where it has none. */
  LatticeMultiPolygon insert(LatticeMultiPolygon area) {
    if (chains.isEmpty() || count(area) == 0) {
      return area;
    }
    return new LatticeMultiPolygon(
        area.polygons().stream()
            .map(
                polygon ->
                    new LatticePolygon(
                        insert(polygon.shell()),
                        polygon.holes().stream().map(this::insert).toList()))
            .toList());
  }

  /** Number of stops that an area would take. */
  int count(LatticeMultiPolygon area) {
    int[] count = {0};
    area.forEachRing(
        ring -> {
          long[] open = Rings.open(ring);
          for (int i = 0; i < open.length; i++) {
            long[] chain =
                chains.get(new DirectedEdge(open[i], open[(i + 1) % open.length]).undirected());
            count[0] += chain == null ? 0 : chain.length;
          }
        });
    return count[0];
  }

  private LatticeRing insert(LatticeRing ring) {
    List<Long> points = new ArrayList<>();
    long[] open = Rings.open(ring);
    for (int i = 0; i < open.length; i++) {
      long next = open[(i + 1) % open.length];
      points.add(open[i]);
      long[] chain = chains.get(new DirectedEdge(open[i], next).undirected());
      if (chain != null) {
        for (int k = 0; k < chain.length; k++) {
          points.add(open[i] < next ? chain[k] : chain[chain.length - 1 - k]);
        }
      }
    }
    points.add(open[0]);
    return ring(points);
  }

  /** An area without some of its points. */
  static LatticeMultiPolygon without(LatticeMultiPolygon area, Set<Long> gone) {
    if (gone.isEmpty()) {
      return area;
    }
    return new LatticeMultiPolygon(
        area.polygons().stream()
            .map(
                polygon ->
                    new LatticePolygon(
                        without(polygon.shell(), gone),
                        polygon.holes().stream().map(hole -> without(hole, gone)).toList()))
            .toList());
  }

  private static LatticeRing without(LatticeRing ring, Set<Long> gone) {
    List<Long> points = new ArrayList<>();
    for (long point : Rings.open(ring)) {
      if (!gone.contains(point)) {
        points.add(point);
      }
    }
    points.add(points.get(0));
    return ring(points);
  }

  private static LatticeRing ring(List<Long> points) {
    int[] xy = new int[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = Packed.x(points.get(i));
      xy[2 * i + 1] = Packed.y(points.get(i));
    }
    return LatticeRing.of(xy);
  }
}

package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.arrangement.EdgeMatching;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Moves vertices of unmatched edges onto near vertices of other units, nearest pairs first, and
 * then leads unmatched edges through near vertices of other units. A vertex that several units
 * share moves for all of them, so that what matches goes on matching. Two vertices of one unit are
 * never joined. No vertex moves farther than the snapping distance. Edges on open ground stay where
 * they are unless narrow parts of it are to be closed.
 */
final class Snapping {

  private record Edge(long from, long to, int unit) {}

  private record Pair(double metres, long first, long second) {}

  private final double metres;
  private final LongPredicate movable;
  private final Progress progress;
  private final OpenBorder open;
  private final TreeMap<Long, BitSet> unitsAt = new TreeMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<Long, Long> target = new HashMap<>();
  private final Map<List<Long>, List<Long>> through = new HashMap<>();

  private Snapping(
      List<LatticeMultiPolygon> areas,
      double metres,
      Elsewhere elsewhere,
      boolean closing,
      Progress progress) {
    this.metres = metres;
    this.progress = progress;
    EdgeMatching matching = EdgeMatching.of(areas, progress);
    for (int unit = 0; unit < areas.size(); unit++) {
      progress.checkpoint();
      int owner = unit;
      matching.visit(
          unit,
          (from, to, matched) -> {
            if (!matched && elsewhere.concerns(from, to) && !elsewhere.hasEdge(to, from)) {
              edges.add(new Edge(from, to, owner));
              unitsAt.computeIfAbsent(from, it -> new BitSet()).set(owner);
              unitsAt.computeIfAbsent(to, it -> new BitSet()).set(owner);
            }
          });
    }
    this.open =
        closing
            ? OpenBorder.NONE
            : OpenBorder.of(
                edges.stream().map(it -> new OpenBorder.DrawnEdge(it.from(), it.to())).toList(),
                Arrangement.of(matching, new BitSet(), progress),
                progress);
    this.movable = point -> !elsewhere.hasVertex(point) && !open.endsAt(point);
  }

  /**
   * The areas after snapping; those that nothing was moved in are the same objects.
   *
   * @param closing whether ground that is open to the outside may be taken
   */
  static SnappedAreas of(
      List<LatticeMultiPolygon> areas, double metres, boolean closing, Progress progress) {
    return of(areas, metres, Elsewhere.NOTHING, closing, progress);
  }

  /**
   * The areas of a few units after snapping around one place.
   *
   * @param elsewhere what must stay as it is
   */
  static SnappedAreas of(
      List<LatticeMultiPolygon> areas,
      double metres,
      Elsewhere elsewhere,
      boolean closing,
      Progress progress) {
    if (metres == 0) {
      return new SnappedAreas(areas, new double[areas.size()]);
    }
    Snapping snapping = new Snapping(areas, metres, elsewhere, closing, progress);
    snapping.joinVertices();
    snapping.leadEdges();
    progress.checkpoint();
    return SnappedAreas.of(areas, snapping.target, snapping.through);
  }

  private void joinVertices() {
    HPRtree index = new HPRtree();
    unitsAt.keySet().forEach(point -> index.insert(box(point, point), point));
    index.build();
    List<Pair> pairs = new ArrayList<>();
    for (long point : unitsAt.keySet()) {
      progress.checkpoint();
      LocalFrame frame = LocalFrame.at(point);
      for (Object near : index.query(frame.within(metres))) {
        long other = (Long) near;
        if (point < other && frame.metres(other) <= metres) {
          pairs.add(new Pair(frame.metres(other), point, other));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::metres)
            .thenComparingLong(Pair::first)
            .thenComparingLong(Pair::second));
    Map<Long, BitSet> gathered = new HashMap<>();
    pairs.forEach(pair -> join(pair.first(), pair.second(), gathered));
  }

  /** Moves the vertex of fewer units to the other one, unless something moved to it before. */
  private void join(long first, long second, Map<Long, BitSet> gathered) {
    boolean firstStays =
        !movable.test(first)
            || (movable.test(second) && gathered.containsKey(first))
            || (movable.test(second)
                && !gathered.containsKey(second)
                && units(first).cardinality() >= units(second).cardinality());
    long stays = firstStays ? first : second;
    long moves = firstStays ? second : first;
    BitSet there = gathered.getOrDefault(stays, units(stays));
    if (!movable.test(moves)
        || target.containsKey(stays)
        || target.containsKey(moves)
        || gathered.containsKey(moves)
        || there.intersects(units(moves))) {
      return;
    }
    BitSet all = (BitSet) there.clone();
    all.or(units(moves));
    gathered.put(stays, all);
    target.put(moves, stays);
    units(stays).or(all);
  }

  /** The units that have a vertex there; every vertex has some. */
  private BitSet units(long vertex) {
    return Objects.requireNonNull(unitsAt.get(vertex));
  }

  private long moved(long point) {
    return target.getOrDefault(point, point);
  }

  private void leadEdges() {
    HPRtree index = new HPRtree();
    for (Edge edge : edges) {
      if (moved(edge.from()) != moved(edge.to())) {
        index.insert(box(moved(edge.from()), moved(edge.to())), edge);
      }
    }
    index.build();
    for (long point : unitsAt.keySet()) {
      progress.checkpoint();
      if (!target.containsKey(point)) {
        LocalFrame frame = LocalFrame.at(point);
        for (Object near : index.query(frame.within(metres))) {
          lead((Edge) near, point, frame);
        }
      }
    }
  }

  private void lead(Edge edge, long point, LocalFrame frame) {
    long from = moved(edge.from());
    long to = moved(edge.to());
    double along = frame.nearestAlong(from, to);
    if (!units(point).get(edge.unit())
        && !open.has(edge.from(), edge.to())
        && along > 0
        && along < 1
        && frame.metresToEdge(from, to) <= metres) {
      List<Long> key = List.of(Math.min(edge.from(), edge.to()), Math.max(edge.from(), edge.to()));
      List<Long> points = through.computeIfAbsent(key, it -> new ArrayList<>());
      if (!points.contains(point)) {
        points.add(point);
      }
    }
  }

  private static Envelope box(long a, long b) {
    return new Envelope(
        new Coordinate(Packed.x(a), Packed.y(a)), new Coordinate(Packed.x(b), Packed.y(b)));
  }
}

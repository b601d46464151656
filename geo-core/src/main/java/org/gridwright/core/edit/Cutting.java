package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.arrangement.Crossing;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Makes a drawn line and the outlines of some grids of a patch meet in common lattice points. Drawn
 * points are snapped to vertices, then to edges. Where the line crosses an edge, the place is an
 * end of the edge within the snapping distance, otherwise the nearest lattice point, through which
 * line and edge are led; what that moved is looked at again until nothing crosses.
 *
 * <p>Takes O(m · n) a round for m drawn and n outline edges; there are seldom more than three.
 */
final class Cutting {

  private static final int MOST_ROUNDS = 30;

  private final Patch patch;
  private final List<String> codes;
  private final Snap snap;

  /**
   * @param codes grids whose outlines the line is to meet
   */
  Cutting(Patch patch, List<String> codes, Snap snap) {
    this.patch = patch;
    this.codes = codes;
    this.snap = snap;
  }

  /**
   * The line as it has to be drawn. Equal points stay equal, so that a ring stays closed although
   * snapping puts vertices on outlines that later points could snap to.
   *
   * @param drawn {@link Packed} points; a ring repeats its first one at the end
   */
  long[] cut(long[] drawn) {
    List<Long> line = new ArrayList<>();
    Map<Long, Long> snapped = new HashMap<>();
    for (long point : drawn) {
      append(line, snapped.computeIfAbsent(point, this::snapped));
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Long> next = noded(line);
      if (next == null) {
        return line.stream().mapToLong(Long::longValue).toArray();
      }
      line = next;
    }
    LatticePoint place = new LatticePoint(Packed.x(line.get(0)), Packed.y(line.get(0)));
    throw EditRefusedException.at(place, Refusal.OVERLAP, Units.words(place));
  }

  /** The segments of lines that run inside an area; both meet in common points. */
  static List<long[]> inside(List<long[]> lines, LatticeMultiPolygon area) {
    IndexedPointInAreaLocator ground = new IndexedPointInAreaLocator(LatticeJts.toSteps(area));
    List<long[]> inside = new ArrayList<>();
    for (long[] line : lines) {
      for (int i = 1; i < line.length; i++) {
        double x = ((double) Packed.x(line[i - 1]) + Packed.x(line[i])) / 2;
        double y = ((double) Packed.y(line[i - 1]) + Packed.y(line[i])) / 2;
        if (ground.locate(new Coordinate(x, y)) == Location.INTERIOR) {
          inside.add(new long[] {line[i - 1], line[i]});
        }
      }
    }
    return inside;
  }

  private static void append(List<Long> line, long point) {
    if (line.isEmpty() || line.get(line.size() - 1) != point) {
      line.add(point);
    }
  }

  private long snapped(long point) {
    Long vertex = snap.vertexNear(point, patch.areas(codes));
    if (vertex != null) {
      return vertex;
    }
    EdgeChain.Edge edge = snap.edgeNear(point, patch.areas(codes));
    if (edge == null) {
      return point;
    }
    boolean on = Patch.isInside(edge.low(), edge.high(), point);
    long foot = on ? point : snap.foot(edge.low(), edge.high(), point);
    if (foot != edge.low() && foot != edge.high()) {
      patch.insert(edge, foot);
    }
    return foot;
  }

  /** One round; null when nothing was left to do. */
  private @Nullable List<Long> noded(List<Long> line) {
    List<EdgeChain.Edge> edges = edges(line);
    List<Long> next = new ArrayList<>();
    boolean changed = false;
    for (int i = 0; i + 1 < line.size(); i++) {
      long from = line.get(i);
      long to = line.get(i + 1);
      append(next, from);
      List<Long> stops = new ArrayList<>();
      for (EdgeChain.Edge edge : edges) {
        changed |= meet(from, to, edge, stops);
      }
      changed |= !stops.isEmpty();
      stops.sort((a, b) -> Double.compare(snap.metres(from, a), snap.metres(from, b)));
      stops.forEach(stop -> append(next, stop));
      append(next, to);
    }
    return changed ? next : null;
  }

  /** Different edges of the grids near the line. */
  private List<EdgeChain.Edge> edges(List<Long> line) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (long point : line) {
      box =
          box.union(
              new LatticeEnvelope(
                  Packed.x(point), Packed.y(point), Packed.x(point), Packed.y(point)));
    }
    LatticeEnvelope near = box;
    List<EdgeChain.Edge> edges = new ArrayList<>();
    Set<EdgeChain.Edge> seen = new HashSet<>();
    for (String code : codes) {
      patch
          .area(code)
          .forEachRing(
              ring -> {
                for (int i = 1; i < ring.size(); i++) {
                  EdgeChain.Edge edge =
                      EdgeChain.Edge.of(
                          Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i)));
                  if (boxesMeet(edge, near) && seen.add(edge)) {
                    edges.add(edge);
                  }
                }
              });
    }
    return edges;
  }

  private static boolean boxesMeet(EdgeChain.Edge edge, LatticeEnvelope box) {
    return Packed.x(edge.low()) <= box.maxX()
        && box.minX() <= Packed.x(edge.high())
        && Math.min(Packed.y(edge.low()), Packed.y(edge.high())) <= box.maxY()
        && box.minY() <= Math.max(Packed.y(edge.low()), Packed.y(edge.high()));
  }

  /**
   * Notes where a segment has to be led through a point, and leads the edge through one.
   *
   * @return whether the edge was changed
   */
  private boolean meet(long from, long to, EdgeChain.Edge edge, List<Long> stops) {
    boolean changed = false;
    for (long end : new long[] {edge.low(), edge.high()}) {
      if (Patch.isInside(from, to, end)) {
        stops.add(end);
      }
    }
    for (long end : new long[] {from, to}) {
      if (Patch.isInside(edge.low(), edge.high(), end)) {
        patch.insert(edge, end);
        changed = true;
      }
    }
    if (changed || !cross(from, to, edge)) {
      return changed;
    }
    long place =
        Crossing.nearest(
            Packed.x(from),
            Packed.y(from),
            Packed.x(to),
            Packed.y(to),
            Packed.x(edge.low()),
            Packed.y(edge.low()),
            Packed.x(edge.high()),
            Packed.y(edge.high()));
    long end =
        snap.metres(place, edge.low()) <= snap.metres(place, edge.high())
            ? edge.low()
            : edge.high();
    long meeting = snap.isNear(place, end) ? end : place;
    if (meeting != edge.low() && meeting != edge.high()) {
      patch.insert(edge, meeting);
      changed = true;
    }
    if (meeting != from && meeting != to) {
      stops.add(meeting);
    }
    return changed;
  }

  private static boolean cross(long from, long to, EdgeChain.Edge edge) {
    return Turn.side(from, to, edge.low()) * Turn.side(from, to, edge.high()) < 0
        && Turn.side(edge.low(), edge.high(), from) * Turn.side(edge.low(), edge.high(), to) < 0;
  }
}

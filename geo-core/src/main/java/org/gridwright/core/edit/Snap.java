package org.gridwright.core.edit;

import java.util.Collection;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.jspecify.annotations.Nullable;

/** Distances around a place, and what lies within the snapping distance. Thread-safe. */
final class Snap {

  private final double metres;
  private final double east;
  private final double north;

  private Snap(double metres, LocalFrame frame) {
    this.metres = metres;
    this.east = frame.east();
    this.north = frame.north();
  }

  /** Measures around a point. */
  static Snap around(LatticePoint middle, double metres) {
    return new Snap(metres, LocalFrame.at(middle));
  }

  /** Measures around the south-west corner of a rectangle. */
  static Snap atCornerOf(LatticeEnvelope box, double metres) {
    return around(new LatticePoint(box.minX(), box.minY()), metres);
  }

  /** The snapping distance in steps, rounded up. */
  int reach() {
    return (int) Math.ceil(metres / Math.min(east, north));
  }

  /** The snapping distance. */
  double metres() {
    return metres;
  }

  /** How far east of a point another one lies, in metres. */
  double eastward(long a, long b) {
    return ((double) Packed.x(b) - Packed.x(a)) * east;
  }

  /** How far north of a point another one lies, in metres. */
  double northward(long a, long b) {
    return ((double) Packed.y(b) - Packed.y(a)) * north;
  }

  /** From differences that are exact, so that places equally far away stay so. */
  double metres(long a, long b) {
    return Math.hypot(
        ((double) Packed.x(a) - Packed.x(b)) * east, ((double) Packed.y(a) - Packed.y(b)) * north);
  }

  boolean isNear(long a, long b) {
    return a == b || metres(a, b) <= metres;
  }

  /** The nearest vertex within the snapping distance; null where there is none. */
  @Nullable Long vertexNear(long point, Collection<LatticeMultiPolygon> areas) {
    long[] best = {point};
    double[] distance = {Double.POSITIVE_INFINITY};
    areas.forEach(
        area ->
            area.forEachRing(
                ring -> {
                  for (int i = 1; i < ring.size(); i++) {
                    long vertex = Packed.of(ring.x(i), ring.y(i));
                    double away = vertex == point ? 0 : metres(vertex, point);
                    if (away <= metres && away < distance[0]) {
                      distance[0] = away;
                      best[0] = vertex;
                    }
                  }
                }));
    return distance[0] < Double.POSITIVE_INFINITY ? best[0] : null;
  }

  /** The edge that comes nearest to a point within the snapping distance; null for none. */
  EdgeChain.@Nullable Edge edgeNear(long point, Collection<LatticeMultiPolygon> areas) {
    EdgeChain.Edge[] best = new EdgeChain.Edge[1];
    double[] distance = {Double.POSITIVE_INFINITY};
    areas.forEach(
        area ->
            area.forEachRing(
                ring -> {
                  for (int i = 1; i < ring.size(); i++) {
                    long a = Packed.of(ring.x(i - 1), ring.y(i - 1));
                    long b = Packed.of(ring.x(i), ring.y(i));
                    double away =
                        Patch.isInside(a, b, point) ? 0 : metres(point, foot(a, b, point));
                    if (away <= metres && away < distance[0]) {
                      distance[0] = away;
                      best[0] = EdgeChain.Edge.of(a, b);
                    }
                  }
                }));
    return best[0];
  }

  /** The lattice point nearest to the foot of a point on an edge. */
  long foot(long a, long b, long point) {
    double dx = ((double) Packed.x(b) - Packed.x(a)) * east;
    double dy = ((double) Packed.y(b) - Packed.y(a)) * north;
    double ux = ((double) Packed.x(point) - Packed.x(a)) * east;
    double uy = ((double) Packed.y(point) - Packed.y(a)) * north;
    double t = Math.max(0, Math.min(1, (ux * dx + uy * dy) / (dx * dx + dy * dy)));
    return Packed.of(
        (int) Math.round(Packed.x(a) + t * ((double) Packed.x(b) - Packed.x(a))),
        (int) Math.round(Packed.y(a) + t * ((double) Packed.y(b) - Packed.y(a))));
  }
}

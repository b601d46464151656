package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * The order in which units are numbered: in bands from north to south, and from west to east within
 * a band. A band is about as high as a unit of the list.
 */
public final class ReadingOrder {

  private ReadingOrder() {}

  private record Middle(int index, double x, double y) {}

  /**
   * Positions of areas in reading order of their centres of gravity: the first is the position of
   * the area with number one. Equal centres keep the order of the list.
   */
  public static List<Integer> of(List<LatticeMultiPolygon> areas) {
    List<Middle> middles = new ArrayList<>();
    double north = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    for (int i = 0; i < areas.size(); i++) {
      Middle middle = middle(i, areas.get(i));
      middles.add(middle);
      north = Math.max(north, middle.y);
      south = Math.min(south, middle.y);
    }
    double top = north;
    double band = (north - south) / Math.max(1, Math.sqrt(areas.size())) + 1;
    middles.sort(
        Comparator.comparingDouble((Middle it) -> Math.floor((top - it.y) / band))
            .thenComparingDouble(Middle::x)
            .thenComparingDouble(it -> -it.y)
            .thenComparingInt(Middle::index));
    return middles.stream().map(Middle::index).toList();
  }

  private static Middle middle(int index, LatticeMultiPolygon area) {
    double[] sum = new double[3];
    double x0 = area.envelope().minX();
    double y0 = area.envelope().minY();
    area.forEachRing(ring -> add(ring, x0, y0, sum));
    return sum[0] == 0
        ? new Middle(index, x0, y0)
        : new Middle(index, x0 + sum[1] / (3 * sum[0]), y0 + sum[2] / (3 * sum[0]));
  }

  /** Adds twice the signed area of a ring, and its moments; holes run the other way round. */
  private static void add(LatticeRing ring, double x0, double y0, double[] sum) {
    for (int i = 1; i < ring.size(); i++) {
      double ax = ring.x(i - 1) - x0;
      double ay = ring.y(i - 1) - y0;
      double bx = ring.x(i) - x0;
      double by = ring.y(i) - y0;
      double cross = ax * by - bx * ay;
      sum[0] += cross;
      sum[1] += (ax + bx) * cross;
      sum[2] += (ay + by) * cross;
    }
  }
}

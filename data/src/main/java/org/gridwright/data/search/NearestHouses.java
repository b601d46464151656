package org.gridwright.data.search;

import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;

/**
 * Where two streets are nearest to each other, by their houses.
 *
 * @param corner where they meet, as far as houses tell
 * @param metres between the two houses that are nearest
 */
record NearestHouses(LatticePoint corner, double metres) {

  private static final int FEW = 6;
  private static final double LEAST_SINE = 0.35;
  private static final double FARTHEST = 45;
  private static final int MOST = 1500;

  static NearestHouses of(List<LatticePoint> ones, List<LatticePoint> others) {
    LocalFrame frame = LocalFrame.at(ones.get(0));
    double best = Double.POSITIVE_INFINITY;
    LatticePoint one = ones.get(0);
    LatticePoint other = others.get(0);
    for (LatticePoint a : ones.subList(0, Math.min(MOST, ones.size()))) {
      for (LatticePoint b : others.subList(0, Math.min(MOST, others.size()))) {
        double dx = ((double) a.x() - b.x()) * frame.east();
        double dy = ((double) a.y() - b.y()) * frame.north();
        if (dx * dx + dy * dy < best) {
          best = dx * dx + dy * dy;
          one = a;
          other = b;
        }
      }
    }
    double x = ((double) one.x() + other.x()) / 2;
    double y = ((double) one.y() + other.y()) / 2;
    LatticePoint middle = new LatticePoint((int) Math.round(x), (int) Math.round(y));
    return new NearestHouses(crossing(middle, ones, others), Math.sqrt(best));
  }

  /**
   * Where the lines through the houses nearest to the middle cross; the middle where they do not.
   */
  private static LatticePoint crossing(
      LatticePoint middle, List<LatticePoint> ones, List<LatticePoint> others) {
    LocalFrame frame = LocalFrame.at(middle);
    double[] a = line(frame, ones);
    double[] b = line(frame, others);
    double sine = a[2] * b[3] - a[3] * b[2];
    if (Math.abs(sine) < LEAST_SINE) {
      return middle;
    }
    double along = ((b[0] - a[0]) * b[3] - (b[1] - a[1]) * b[2]) / sine;
    double x = a[0] + along * a[2];
    double y = a[1] + along * a[3];
    if (Math.hypot(x, y) > FARTHEST) {
      return middle;
    }
    return new LatticePoint(
        (int) Math.round(frame.x0() + x / frame.east()),
        (int) Math.round(frame.y0() + y / frame.north()));
  }

  /**
   * The line of least squares through the houses nearest to the origin: a place and a direction.
   */
  private static double[] line(LocalFrame frame, List<LatticePoint> houses) {
    List<double[]> near =
        houses.stream()
            .map(
                each ->
                    new double[] {
                      (each.x() - frame.x0()) * frame.east(),
                      (each.y() - frame.y0()) * frame.north()
                    })
            .sorted(Comparator.comparingDouble(each -> Math.hypot(each[0], each[1])))
            .limit(FEW)
            .toList();
    double x = near.stream().mapToDouble(each -> each[0]).average().orElse(0);
    double y = near.stream().mapToDouble(each -> each[1]).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (double[] each : near) {
      xx += (each[0] - x) * (each[0] - x);
      xy += (each[0] - x) * (each[1] - y);
      yy += (each[1] - y) * (each[1] - y);
    }
    double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
    boolean spread = xx + yy > 0;
    return new double[] {x, y, spread ? Math.cos(angle) : 0, spread ? Math.sin(angle) : 0};
  }
}

package org.gridwright.core.locate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * The one-owner rule, word for word: moves the point by a real (ε, ε²) and counts crossings with
 * exact decimals. Slow and plain on purpose; shares nothing with the locators that it judges.
 */
final class OracleLocator {

  private static final BigDecimal EPSILON = new BigDecimal("1e-40");
  private static final BigDecimal EPSILON_SQUARED = EPSILON.multiply(EPSILON);

  private final List<Unit> grids;

  OracleLocator(Plan plan) {
    grids = plan.grids();
  }

  /** Owner ids of the grids that hold the point, ascending. */
  List<Integer> holders(int x, int y) {
    List<Integer> holders = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      BigDecimal movedX = BigDecimal.valueOf(x).add(EPSILON);
      BigDecimal movedY = BigDecimal.valueOf(y).add(EPSILON_SQUARED);
      int crossings = 0;
      for (Segment segment : segments(grids.get(i).drawnArea())) {
        crossings += segment.isCrossedByRayEastFrom(movedX, movedY) ? 1 : 0;
      }
      if (crossings % 2 == 1) {
        holders.add(i + 1);
      }
    }
    return holders;
  }

  /** Owner ids of the grids whose boundary passes through the point, ascending. */
  List<Integer> touching(int x, int y) {
    List<Integer> touching = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      if (segments(grids.get(i).drawnArea()).stream().anyMatch(it -> it.contains(x, y))) {
        touching.add(i + 1);
      }
    }
    return touching;
  }

  int owner(int x, int y) {
    List<Integer> holders = holders(x, y);
    List<Integer> candidates = holders.isEmpty() ? touching(x, y) : holders;
    return candidates.isEmpty() ? 0 : candidates.get(0);
  }

  static List<Segment> segments(LatticeMultiPolygon area) {
    List<Segment> segments = new ArrayList<>();
    area.forEachRing(
        (LatticeRing ring) -> {
          for (int i = 1; i < ring.size(); i++) {
            segments.add(
                new Segment(
                    BigDecimal.valueOf(ring.x(i - 1)),
                    BigDecimal.valueOf(ring.y(i - 1)),
                    BigDecimal.valueOf(ring.x(i)),
                    BigDecimal.valueOf(ring.y(i))));
          }
        });
    return segments;
  }

  record Segment(BigDecimal x1, BigDecimal y1, BigDecimal x2, BigDecimal y2) {

    /** A ray that passes no lattice latitude meets an edge in its inside or not at all. */
    boolean isCrossedByRayEastFrom(BigDecimal x, BigDecimal y) {
      if (y1.compareTo(y) > 0 == y2.compareTo(y) > 0) {
        return false;
      }
      BigDecimal rise = y2.subtract(y1);
      BigDecimal crossingTimesRise =
          x1.multiply(rise).add(y.subtract(y1).multiply(x2.subtract(x1)));
      BigDecimal pointTimesRise = x.multiply(rise);
      return rise.signum() > 0
          ? crossingTimesRise.compareTo(pointTimesRise) > 0
          : crossingTimesRise.compareTo(pointTimesRise) < 0;
    }

    boolean contains(int px, int py) {
      BigDecimal x = BigDecimal.valueOf(px);
      BigDecimal y = BigDecimal.valueOf(py);
      BigDecimal turn =
          x2.subtract(x1)
              .multiply(y.subtract(y1))
              .subtract(y2.subtract(y1).multiply(x.subtract(x1)));
      return turn.signum() == 0 && between(x1, x2, x) && between(y1, y2, y);
    }

    private static boolean between(BigDecimal a, BigDecimal b, BigDecimal v) {
      return v.compareTo(a.min(b)) >= 0 && v.compareTo(a.max(b)) <= 0;
    }
  }
}

package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;

/**
 * Keeps account of the edges of all grids, each in the direction that has its grid on the left. It
 * shares no code with what it checks, and is exact.
 *
 * <p>Edges that are there in both directions cancel; those that are left enclose what somebody
 * owns. How many grids own a point depends on nothing but the edges that are left: it is how often
 * these wind around it. An edit after which the same ones are left, all grids being simple areas,
 * has therefore opened no gap and made no overlap anywhere, however far away.
 */
final class SeamLedger {

  /** An edge by its ends, packed as x and y. */
  record Edge(long from, long to) {

    int x1() {
      return (int) (from >> 32);
    }

    int y1() {
      return (int) from;
    }

    int x2() {
      return (int) (to >> 32);
    }

    int y2() {
      return (int) to;
    }

    Edge back() {
      return new Edge(to, from);
    }

    /** Twice the area between it and the origin. */
    BigInteger area2() {
      return BigInteger.valueOf((long) x1() * y2())
          .subtract(BigInteger.valueOf((long) x2() * y1()));
    }
  }

  private final Map<Edge, Integer> count = new HashMap<>();
  private BigInteger area2 = BigInteger.ZERO;

  static SeamLedger of(Plan plan) {
    SeamLedger ledger = new SeamLedger();
    plan.grids().forEach(grid -> ledger.book(grid, 1));
    return ledger;
  }

  /**
   * Books what a change does.
   *
   * @return edges that were alone and are not any more, or are now and were not; empty when the
   *     change has moved no outer edge
   */
  Set<Edge> book(PlanChange change, int gridDepth) {
    Map<Edge, Integer> alone = new HashMap<>();
    for (int sign = -1; sign <= 1; sign += 2) {
      for (UnitChange unit : change.units()) {
        Unit grid = sign < 0 ? unit.before() : unit.after();
        if (unit.depth() == gridDepth && grid != null) {
          forEachEdge(grid.drawnArea(), edge -> note(alone, edge));
        }
      }
    }
    for (UnitChange unit : change.units()) {
      if (unit.depth() == gridDepth && unit.before() != null) {
        book(unit.before(), -1);
      }
    }
    for (UnitChange unit : change.units()) {
      if (unit.depth() == gridDepth && unit.after() != null) {
        book(unit.after(), 1);
      }
    }
    Set<Edge> moved = new HashSet<>();
    alone.forEach(
        (edge, was) -> {
          int is = left(edge);
          if (is != was && (is > 0 || was > 0)) {
            moved.add(edge);
          }
        });
    return moved;
  }

  /** Whether an edge belongs to one grid only. */
  boolean isAlone(Edge edge) {
    return left(edge) > 0;
  }

  /** Twice the ground of all grids together, in square steps. */
  BigInteger area2() {
    return area2;
  }

  /** Twice the size of an area in square steps, exactly. */
  static BigInteger area2(LatticeMultiPolygon area) {
    BigInteger[] sum = {BigInteger.ZERO};
    forEachEdge(area, edge -> sum[0] = sum[0].add(edge.area2()));
    return sum[0];
  }

  private void note(Map<Edge, Integer> alone, Edge edge) {
    alone.putIfAbsent(edge, left(edge));
    alone.putIfAbsent(edge.back(), left(edge.back()));
  }

  private int left(Edge edge) {
    return count.getOrDefault(edge, 0) - count.getOrDefault(edge.back(), 0);
  }

  private void book(Unit grid, int sign) {
    area2 = area2.add(area2(grid.drawnArea()).multiply(BigInteger.valueOf(sign)));
    forEachEdge(
        grid.drawnArea(),
        edge -> {
          Integer now = count.merge(edge, sign, (a, b) -> a + b == 0 ? null : a + b);
          assertThat(now == null || now == 1)
              .as("an edge of one grid on its left at most: %s of %s, %s times", edge, grid, now)
              .isTrue();
        });
  }

  private static void forEachEdge(LatticeMultiPolygon area, Consumer<Edge> visitor) {
    for (LatticePolygon polygon : area.polygons()) {
      forEachEdge(polygon.shell(), true, visitor);
      polygon.holes().forEach(hole -> forEachEdge(hole, false, visitor));
    }
  }

  private static void forEachEdge(LatticeRing ring, boolean shell, Consumer<Edge> visitor) {
    BigInteger area2 = BigInteger.ZERO;
    for (int i = 0; i + 1 < ring.size(); i++) {
      area2 = area2.add(new Edge(packed(ring, i), packed(ring, i + 1)).area2());
    }
    boolean forwards = area2.signum() > 0 == shell;
    for (int i = 0; i + 1 < ring.size(); i++) {
      long a = packed(ring, i);
      long b = packed(ring, i + 1);
      visitor.accept(forwards ? new Edge(a, b) : new Edge(b, a));
    }
  }

  private static long packed(LatticeRing ring, int i) {
    return ((long) ring.x(i) << 32) | (ring.y(i) & 0xffffffffL);
  }
}

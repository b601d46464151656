package org.gridwright.data.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Unit;

/** How many places each grid of a plan owns. Immutable; upper levels are sums of their grids. */
public final class PlaceCounts {

  private final PlanSnapshot snapshot;
  private final int[] byOwner;
  private final long total;

  private PlaceCounts(PlanSnapshot snapshot, int[] byOwner, long total) {
    this.snapshot = snapshot;
    this.byOwner = byOwner;
    this.total = total;
  }

  /** Counts the places that a source hands over; linear in their number. */
  static PlaceCounts of(PlanSnapshot snapshot, Consumer<Consumer<LatticePoint>> source) {
    Locator locator = snapshot.locator();
    int[] byOwner = new int[snapshot.plan().grids().size() + 1];
    source.accept(place -> byOwner[locator.owner(place.x(), place.y())]++);
    return new PlaceCounts(snapshot, byOwner, Arrays.stream(byOwner).asLongStream().sum());
  }

  /** The counts after some places came and others went; those must have been counted. */
  PlaceCounts with(List<LatticePoint> added, List<LatticePoint> removed) {
    int[] changed = byOwner.clone();
    Locator locator = snapshot.locator();
    added.forEach(place -> changed[locator.owner(place.x(), place.y())]++);
    removed.forEach(place -> changed[locator.owner(place.x(), place.y())]--);
    return new PlaceCounts(snapshot, changed, total + added.size() - removed.size());
  }

  /** All places, those that no grid owns included. */
  public long total() {
    return total;
  }

  /** Places that no grid owns. */
  public long outside() {
    return byOwner[Locator.NOBODY];
  }

  /** Places of every unit of a level: {@code result[unitIndex]}. */
  public long[] byUnit(int depth) {
    long[] sums = new long[snapshot.plan().units(depth).size()];
    for (int grid = 0; grid < byOwner.length - 1; grid++) {
      sums[snapshot.ancestorOfGrid(depth, grid)] += byOwner[grid + 1];
    }
    return sums;
  }

  /** Places of one unit. */
  public long of(Unit unit) {
    int index = snapshot.plan().indexOf(unit.depth(), unit.code());
    if (unit.depth() == snapshot.theme().gridLevel().depth()) {
      return byOwner[index + 1];
    }
    long sum = 0;
    for (int grid = 0; grid < byOwner.length - 1; grid++) {
      sum += snapshot.ancestorOfGrid(unit.depth(), grid) == index ? byOwner[grid + 1] : 0;
    }
    return sum;
  }
}

package org.gridwright.api.browser;

import java.util.List;
import java.util.Objects;
import org.gridwright.core.edit.EditRefusedException;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.TransferPlacesEdit;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.model.Address;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Point;

/**
 * Two neighbours between which a brush can paint along a straight line.
 *
 * @param in a place in the one where a stroke begins
 * @param inOther a place in the one that it paints
 */
record BrushPlaces(Unit grid, LatticePoint in, Unit other, LatticePoint inOther) {

  /** Of the brush as it is at first, 24 pixels at zoom 17, in steps of longitude. */
  private static final double RADIUS = 24 * 3.6e9 / (256 * 131_072);

  static long childrenOf(Plan plan, String parent) {
    return plan.grids().stream().filter(it -> Objects.equals(it.parentCode(), parent)).count();
  }

  /** Where each community stays whole when the second grid goes to the first one's. */
  static BrushPlaces ofTwoCommunities(Plan plan) {
    for (Unit grid : plan.grids()) {
      for (Unit other : plan.grids()) {
        if (!Objects.equals(grid.parentCode(), other.parentCode())
            && steps(grid).intersection(steps(other)).getLength() > 1000
            && childrenOf(plan, other.parentCode()) > 2
            && isWholeWithout(plan, other)) {
          LatticePoint in = inside(grid);
          LatticePoint inOther = inside(other);
          if (staysIn(grid, other, in, inOther)) {
            return new BrushPlaces(grid, in, other, inOther);
          }
        }
      }
    }
    throw new IllegalStateException("no such neighbours");
  }

  /** BrushPlaces of which the second can give the first what a stroke at the first width passes. */
  static BrushPlaces swath(DemoCity city) {
    Plan plan = city.plan();
    for (Unit grid : plan.grids()) {
      for (Unit other : plan.grids()) {
        if (!grid.equals(other) && steps(grid).intersection(steps(other)).getLength() > 1000) {
          BrushPlaces pair = new BrushPlaces(grid, inside(grid), other, inside(other));
          List<Address> within = within(city, pair, 0.96 * RADIUS);
          if (within.size() > 2
              && within.size() == within(city, pair, 1.04 * RADIUS).size()
              && staysIn(grid, other, pair.in(), pair.inOther())
              && canGo(city, pair.grid().code(), within)) {
            return pair;
          }
        }
      }
    }
    throw new IllegalStateException("no such neighbours");
  }

  /** An address that a short stroke takes alone, and whose ground can become a grid of its own. */
  static LatticePoint lone(DemoCity city) {
    List<Address> all = city.addresses().toList();
    for (Address one : all) {
      List<Address> others = all.stream().filter(it -> !it.equals(one)).toList();
      double narrow = 1 / Math.cos(Math.toRadians(one.place().lat()));
      Coordinate at = flat(one.place(), narrow);
      if (others.stream().noneMatch(it -> at.distance(flat(it.place(), narrow)) < 3000)
          && canGo(city, null, List.of(one))) {
        return one.place();
      }
    }
    throw new IllegalStateException("no such address");
  }

  /** The addresses of others that a stroke of such a radius passes; steps of longitude. */
  private static List<Address> within(DemoCity city, BrushPlaces pair, double radius) {
    double narrow = 1 / Math.cos(Math.toRadians(pair.in().lat()));
    LineSegment line = new LineSegment(flat(pair.in(), narrow), flat(pair.inOther(), narrow));
    return city.addresses()
        .filter(it -> line.distance(flat(it.place(), narrow)) < radius)
        .filter(it -> !owner(city.plan(), it.place()).equals(pair.grid().code()))
        .toList();
  }

  private static Coordinate flat(LatticePoint place, double narrow) {
    return new Coordinate(place.x(), place.y() * narrow);
  }

  private static boolean canGo(DemoCity city, @Nullable String to, List<Address> within) {
    try {
      Editing.change(
          EditablePlan.of(city.plan()),
          new TransferPlacesEdit(
              List.of(),
              to,
              within.stream().map(Address::place).toList(),
              city.addresses().filter(it -> !within.contains(it)).map(Address::place).toList(),
              false));
      return true;
    } catch (EditRefusedException refused) {
      return false;
    }
  }

  private static boolean isWholeWithout(Plan plan, Unit grid) {
    Geometry rest = null;
    for (Unit each : plan.grids()) {
      if (!each.code().equals(grid.code())
          && Objects.equals(each.parentCode(), grid.parentCode())) {
        rest = rest == null ? steps(each) : rest.union(steps(each));
      }
    }
    return rest != null && rest.getNumGeometries() == 1;
  }

  private static boolean staysIn(Unit grid, Unit other, LatticePoint from, LatticePoint to) {
    Geometry line =
        steps(grid)
            .getFactory()
            .createLineString(
                new Coordinate[] {
                  new Coordinate(from.x(), from.y()), new Coordinate(to.x(), to.y())
                });
    return steps(grid).union(steps(other)).covers(line);
  }

  static boolean touches(Plan plan, Unit grid, String parent) {
    return plan.grids().stream()
        .filter(it -> Objects.equals(it.parentCode(), parent))
        .anyMatch(it -> steps(it).intersects(steps(grid)));
  }

  static Geometry steps(Unit grid) {
    return LatticeJts.toSteps(grid.drawnArea());
  }

  static LatticePoint inside(Unit grid) {
    Point point = steps(grid).getInteriorPoint();
    return new LatticePoint((int) point.getX(), (int) point.getY());
  }

  private static String owner(Plan plan, LatticePoint place) {
    int owner = JtsLocator.of(plan).owner(place.x(), place.y());
    return owner == Locator.NOBODY ? "" : plan.grids().get(owner - 1).code();
  }
}

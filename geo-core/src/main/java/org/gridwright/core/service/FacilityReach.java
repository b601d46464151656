package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.measure.Geodesy;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Grids from which the nearest facility of a kind is too far: from the farthest of their addresses,
 * or from a point inside where they have none, as the crow flies.
 *
 * @param facility its kind, such as {@code hydrant}
 */
public record FacilityReach(String facility, double metres) implements ServiceRule {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The point of a grid that is farthest from a facility. */
  private record Farthest(int x, int y, double metres) {}

  @Override
  public List<Finding> find(ServedPlan served) {
    Points facilities = served.facts().facilities().getOrDefault(facility, Points.NONE);
    if (served.grids().isEmpty()) {
      return List.of();
    }
    if (facilities.size() == 0) {
      return List.of(noneAtAll(served));
    }
    NearestPoint nearest = new NearestPoint(facilities);
    Farthest[] farthest = farthestAddresses(served, facilities, nearest);
    List<Finding> findings = new ArrayList<>();
    for (int grid = 0; grid < farthest.length; grid++) {
      served.checkpoint();
      Farthest at =
          farthest[grid] == null ? inside(served, grid, facilities, nearest) : farthest[grid];
      if (at.metres() > metres) {
        findings.add(finding(served.grids().get(grid).code(), at));
      }
    }
    return findings;
  }

  private static Farthest[] farthestAddresses(
      ServedPlan served, Points facilities, NearestPoint nearest) {
    Points addresses = served.facts().addresses();
    int[] owners = served.owners(addresses);
    double[] distances = new double[addresses.size()];
    IntStream.range(0, distances.length)
        .parallel()
        .filter(i -> owners[i] != Locator.NOBODY)
        .forEach(
            i -> {
              served.checkpoint();
              distances[i] = distance(facilities, nearest, addresses.x(i), addresses.y(i));
            });
    int[] worst = new int[served.grids().size()];
    Arrays.fill(worst, -1);
    for (int i = 0; i < owners.length; i++) {
      int grid = owners[i] - 1;
      if (grid >= 0 && (worst[grid] < 0 || distances[i] > distances[worst[grid]])) {
        worst[grid] = i;
      }
    }
    Farthest[] farthest = new Farthest[worst.length];
    for (int grid = 0; grid < worst.length; grid++) {
      if (worst[grid] >= 0) {
        int i = worst[grid];
        farthest[grid] = new Farthest(addresses.x(i), addresses.y(i), distances[i]);
      }
    }
    return farthest;
  }

  private static Farthest inside(
      ServedPlan served, int grid, Points facilities, NearestPoint nearest) {
    Coordinate point =
        LatticeJts.toSteps(served.grids().get(grid).drawnArea()).getInteriorPoint().getCoordinate();
    int x = (int) Math.round(point.x);
    int y = (int) Math.round(point.y);
    return new Farthest(x, y, distance(facilities, nearest, x, y));
  }

  private static double distance(Points facilities, NearestPoint nearest, int x, int y) {
    int i = nearest.to(x, y);
    return Geodesy.metres(x, y, facilities.x(i), facilities.y(i));
  }

  private Finding finding(String code, Farthest at) {
    return FindingMaker.make(
        Finding.Kind.FACILITY_REACH,
        Severity.WARNING,
        point(at.x(), at.y()),
        0,
        at.metres(),
        List.of(code),
        Finding.Kind.FACILITY_REACH.says(
            code, facility, Wording.count(at.metres()), Wording.count(metres)));
  }

  private Finding noneAtAll(ServedPlan served) {
    LatticeEnvelope box = served.plan().envelope();
    return FindingMaker.warning(
        Finding.Kind.FACILITY_REACH,
        point((box.minX() + (long) box.maxX()) / 2, (box.minY() + (long) box.maxY()) / 2),
        List.of(),
        Finding.Kind.FACILITY_REACH.saysOf("none", facility));
  }

  private static Geometry point(long x, long y) {
    return FACTORY.createPoint(new Coordinate(x, y));
  }
}

package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Addresses or incidents that no grid owns: one finding for all that are nearest to one grid.
 *
 * @param kind {@link Finding.Kind#ADDRESS_OUTSIDE} or {@link Finding.Kind#INCIDENT_OUTSIDE}
 */
public record PlacesOutside(Finding.Kind kind) implements ServiceRule {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Beyond so many, a place is the area that holds the points. */
  private static final int MOST_POINTS = 1000;

  /** A place that no grid owns, and how far the nearest grid is; 0 where there is no grid. */
  private record Stray(Coordinate steps, int nearest, double metres) {}

  @Override
  public List<Finding> find(ServedPlan served) {
    Points points =
        kind == Finding.Kind.ADDRESS_OUTSIDE
            ? served.facts().addresses()
            : served.facts().incidents();
    int[] owners = served.owners(points);
    TreeMap<Integer, List<Stray>> byNearest = new TreeMap<>();
    IntStream.range(0, points.size())
        .parallel()
        .filter(i -> owners[i] == Locator.NOBODY)
        .mapToObj(i -> stray(served, points, i))
        .toList()
        .forEach(it -> byNearest.computeIfAbsent(it.nearest(), k -> new ArrayList<>()).add(it));
    List<Finding> findings = new ArrayList<>();
    byNearest.forEach((nearest, strays) -> findings.add(finding(served, nearest, strays)));
    return findings;
  }

  private static Stray stray(ServedPlan served, Points points, int i) {
    served.checkpoint();
    Optional<Placement.RunnerUp> nearest =
        served.locator().place(points.x(i), points.y(i)).runnerUp();
    return new Stray(
        new Coordinate(points.x(i), points.y(i)),
        nearest.map(Placement.RunnerUp::owner).orElse(Locator.NOBODY),
        nearest.map(Placement.RunnerUp::distanceMetres).orElse(0.0));
  }

  private Finding finding(ServedPlan served, int nearest, List<Stray> strays) {
    served.checkpoint();
    double farthest = strays.stream().mapToDouble(Stray::metres).max().orElse(0);
    List<String> units =
        nearest == Locator.NOBODY ? List.of() : List.of(served.grids().get(nearest - 1).code());
    return FindingMaker.make(
        kind,
        Severity.WARNING,
        place(strays),
        0,
        farthest,
        units,
        units.isEmpty()
            ? kind.saysOf("of-all", strays.size())
            : kind.says(strays.size(), units.get(0), Wording.figure(farthest)));
  }

  private static Geometry place(List<Stray> strays) {
    Coordinate[] points =
        strays.stream().map(Stray::steps).distinct().sorted().toArray(Coordinate[]::new);
    Geometry all = FACTORY.createMultiPointFromCoords(points);
    return points.length > MOST_POINTS ? all.convexHull() : all;
  }
}
